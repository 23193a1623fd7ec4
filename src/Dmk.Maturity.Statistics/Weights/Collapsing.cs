using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Carries out a collapse rule: at first every stratum is a class, at the end no class is deficient that has a
/// neighbour.</summary>
internal sealed class Collapsing
{
    private readonly IReadOnlyList<Stratum> _strata;
    private readonly CollapseRule _rule;
    private readonly WeightingClass[] _classOf;
    private readonly List<Collapse> _collapses = [];

    public Collapsing(IReadOnlyList<Stratum> strata, IReadOnlyList<long> respondents, CollapseRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.MinimumRespondents, 1, nameof(rule));
        (_strata, _rule) = (strata, rule);
        _classOf = new WeightingClass[strata.Count];
        for (var stratum = 0; stratum < strata.Count; stratum++)
        {
            _classOf[stratum] = new WeightingClass();
            _classOf[stratum].Add(stratum, strata[stratum], respondents[stratum]);
        }

        var usedUp = new HashSet<int>();
        foreach (var step in rule.Steps)
        {
            _ = usedUp.Add(step.Dimension);
            Take(step, usedUp);
        }
    }

    /// <summary>In the order of their first strata. A stratum without units stays alone.</summary>
    public IReadOnlyList<WeightingClass> Classes => [.. _classOf.Distinct()];

    public IReadOnlyList<Collapse> Collapses => _collapses;

    private void Take(CollapseStep step, HashSet<int> usedUp)
    {
        var ranks = step.Order.Index().ToDictionary(code => code.Item, code => code.Index, StringComparer.Ordinal);
        var existing = Enumerable.Range(0, _strata.Count).Where(stratum => _strata[stratum].Population > 0).ToArray();
        CheckOrder(existing, step, ranks);
        var areas = existing.GroupBy(
            stratum => string.Join('\u001f', _strata[stratum].Codes.Where((_, dimension) => !usedUp.Contains(dimension))),
            StringComparer.Ordinal
        );
        // Most areas have nothing to merge.
        foreach (var area in areas.Where(area => area.Any(stratum => _classOf[stratum].IsDeficient(_rule))))
        {
            var blocks = BlocksOf(area, step, ranks);
            while (blocks.Count > 1 && Deficient(blocks, step.Kind) is { } deficient)
            {
                var neighbour = step.Kind == CollapseKind.Adjoining ? Adjoining(blocks, deficient) : NextInCircle(blocks, deficient);
                Merge(deficient, neighbour);
                _ = blocks.Remove(neighbour);
                blocks.Sort(static (one, other) => one.Codes.Max().CompareTo(other.Codes.Max()));
            }
        }
    }

    /// <summary>Blocks of an area in the order of their codes; codes that an earlier step has merged are one block.</summary>
    private List<Block> BlocksOf(IEnumerable<int> area, CollapseStep step, Dictionary<string, int> ranks)
    {
        var blockAt = new SortedDictionary<int, Block>();
        foreach (var one in area.Select(stratum => _classOf[stratum]).Distinct())
        {
            var block = new Block([one], one.Strata.Select(stratum => ranks[_strata[stratum].Codes[step.Dimension]]));
            foreach (var met in block.Codes.Select(code => blockAt.GetValueOrDefault(code)).OfType<Block>().Distinct().ToList())
            {
                block = new Block([.. met.Classes, .. block.Classes], met.Codes.Concat(block.Codes));
            }

            block.Codes.ForEach(code => blockAt[code] = block);
        }

        return [.. blockAt.Values.Distinct()];
    }

    /// <summary>An incomplete order is a mistake even while nothing has to be merged.</summary>
    private void CheckOrder(int[] existing, CollapseStep step, Dictionary<string, int> ranks)
    {
        if (existing.FirstOrDefault(stratum => !ranks.ContainsKey(_strata[stratum].Codes[step.Dimension]), -1) is var unknown and >= 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Stratum {_strata[unknown]}: the collapse rule's "
                        + $"order of dimension {step.Dimension} lacks {_strata[unknown].Codes[step.Dimension]}."
                )
            );
        }
    }

    private Block? Deficient(List<Block> blocks, CollapseKind kind) =>
        kind == CollapseKind.Adjoining ? blocks.FindLast(IsDeficient) : blocks.Find(IsDeficient);

    private bool IsDeficient(Block block) => block.Classes.TrueForAll(one => one.IsDeficient(_rule));

    private static Block Adjoining(List<Block> blocks, Block deficient)
    {
        var place = blocks.IndexOf(deficient);
        return blocks[place > 0 ? place - 1 : 1];
    }

    /// <summary>The block with the next code after the one that was merged last; after the last code comes the first.</summary>
    private static Block NextInCircle(List<Block> blocks, Block deficient)
    {
        var others = blocks
            .Where(block => block != deficient)
            .SelectMany(block => block.Codes, (block, code) => (block, code))
            .OrderBy(at => at.code)
            .ToList();
        var next = others.FindIndex(at => at.code > deficient.Codes[^1]);
        return others[Math.Max(next, 0)].block;
    }

    private void Merge(Block deficient, Block neighbour)
    {
        _collapses.Add(new Collapse(NamesOf(deficient), NamesOf(neighbour)));
        deficient.Classes.AddRange(neighbour.Classes);
        deficient.Codes.AddRange(neighbour.Codes);
        foreach (var absorbed in deficient.Classes.Skip(1))
        {
            deficient.Classes[0].Merge(absorbed);
            foreach (var stratum in absorbed.Strata)
            {
                _classOf[stratum] = deficient.Classes[0];
            }
        }

        deficient.Classes.RemoveRange(1, deficient.Classes.Count - 1);
    }

    private string[] NamesOf(Block block) =>
        [.. block.Classes.SelectMany(one => one.Strata).Order().Select(stratum => _strata[stratum].ToString())];

    /// <summary>Classes that this step moves together.</summary>
    private sealed class Block(List<WeightingClass> classes, IEnumerable<int> codes)
    {
        public List<WeightingClass> Classes { get; } = classes;

        /// <summary>Places in the order; once blocks merge, the one that was merged last stands at the end.</summary>
        public List<int> Codes { get; } = [.. codes.Distinct().Order()];
    }
}
