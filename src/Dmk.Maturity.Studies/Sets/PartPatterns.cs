using System.Runtime.InteropServices;

namespace Dmk.Maturity.Studies;

/// <summary>Of companies of one kind in a cell: who has a score of a node, and of which of its parts.</summary>
/// <remarks>A mean of parts is, company by company, the sum of those that are there, by their weights over what these add up to. So whoever
/// knows the sums of a node and of its parts can choose factors such that all companies drop out that have certain parts; what is left
/// tells of the others. Two patterns drop out together when they share no part, or have the same weight together. A part that is withheld
/// takes no factor, and whoever has it does not drop out; nor does one who has parts and not the node.</remarks>
internal sealed class PartPatterns(NodeFamily family, int node)
{
    private readonly Dictionary<(UInt128 Parts, bool HasNode), (long All, long Staying)> _companies = [];

    /// <summary>More parts than this are not told apart.</summary>
    private const int MostParts = 128;

    public void Add(ScorePattern scores, long companies, bool stay)
    {
        var parts = PartsOf(family, node, scores);
        if (parts != 0 || scores[node])
        {
            Add((parts, scores[node]), companies, stay);
        }
    }

    /// <param name="pattern">Some parts, or the node.</param>
    public void Add((UInt128 Parts, bool HasNode) pattern, long companies, bool stay)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_companies, pattern, out _);
        known = (known.All + companies, known.Staying + (stay ? companies : 0));
    }

    /// <summary>The parts of a node that a company has, a bit for each.</summary>
    public static UInt128 PartsOf(NodeFamily family, int node, ScorePattern scores)
    {
        var (parts, all) = (UInt128.Zero, family.Parts[node]);
        for (var place = 0; place < Math.Min(all.Count, MostParts); place++)
        {
            parts |= scores[all[place]] ? UInt128.One << place : UInt128.Zero;
        }

        return parts;
    }

    /// <summary>Whether somebody has some of the node and its parts and lacks others.</summary>
    public bool AreUneven => _companies.Keys.Any(key => key != (Full, true));

    /// <summary>Which further parts must be withheld, so that those who are told from the others are enough: of those whom enough companies
    /// have the one with the least weight, or all. The same companies give the same parts, whoever else there is.</summary>
    /// <returns>Places of parts, besides those that are withheld for themselves.</returns>
    public IReadOnlyList<int> ToTake(int minimum)
    {
        var parts = family.Parts[node];
        if (parts.Count > MostParts)
        {
            return [.. Enumerable.Range(0, parts.Count)];
        }

        var withheld = UInt128.Zero;
        for (var place = 0; place < parts.Count; place++)
        {
            withheld |= IsSmall(place, minimum) ? UInt128.One << place : UInt128.Zero;
        }

        if (!TellOfFew(withheld, minimum))
        {
            return [];
        }

        int[] enough =
        [
            .. Enumerable
                .Range(0, parts.Count)
                .Where(place => (withheld >> place & UInt128.One) == 0 && Staying(one => Has(one, place)) >= minimum)
                .OrderBy(place => family.Weights[parts[place]])
                .ThenByDescending(place => place)
                .Take(1),
        ];
        return enough.Length > 0 ? enough : [.. Enumerable.Range(0, parts.Count)];
    }

    /// <summary>Whether few have a part, or have it and not the node, or the node and not the part.</summary>
    private bool IsSmall(int place, int minimum)
    {
        var (having, adding, lacking) = (default(Few), default(Few), default(Few));
        foreach (var (key, companies) in _companies)
        {
            if (Has(key, place))
            {
                having = having.With(companies.Staying);
                adding = key.HasNode ? adding : adding.With(companies.Staying);
            }
            else if (key.HasNode)
            {
                lacking = lacking.With(companies.Staying);
            }
        }

        return having.IsBelow(minimum) || adding.IsBelow(minimum) || lacking.IsBelow(minimum);
    }

    private long Staying(Func<(UInt128 Parts, bool HasNode), bool> which) =>
        _companies.Where(one => which(one.Key)).Sum(one => one.Value.Staying);

    private static bool Has((UInt128 Parts, bool HasNode) one, int place) => (one.Parts >> place & UInt128.One) != 0;

    /// <summary>Whether few companies can be told from the others.</summary>
    private bool TellOfFew(UInt128 withheld, int minimum)
    {
        var stuck = _companies.Where(one => (one.Key.Parts & withheld) != 0 || !one.Key.HasNode).ToArray();
        var free = _companies.Where(one => (one.Key.Parts & withheld) == 0 && one.Key.HasNode).ToArray();
        if (stuck.Sum(one => one.Value.Staying) >= minimum)
        {
            return false;
        }

        var many = free.Where(one => one.Value.Staying >= minimum).ToArray();
        if (many.Any(one => many.Any(other => Conflict(one.Key.Parts, other.Key.Parts))))
        {
            return false;
        }

        var few = free.Except(many).ToArray();
        var kept = few.Where(one => many.Any(other => Conflict(one.Key.Parts, other.Key.Parts))).ToArray();
        return stuck.Length + kept.Length > 0
            ? stuck.Sum(one => one.Value.Staying) + kept.Sum(one => one.Value.Staying) < minimum
            : few.Any(one => few.Any(other => Conflict(one.Key.Parts, other.Key.Parts)));
    }

    private UInt128 Full
    {
        get
        {
            var count = Math.Min(family.Parts[node].Count, MostParts);
            return count == MostParts ? UInt128.MaxValue : (UInt128.One << count) - 1;
        }
    }

    private bool Conflict(UInt128 one, UInt128 other) =>
        one != other && (one & other) != 0 && Math.Abs(WeightOf(one) - WeightOf(other)) > 1e-9 * WeightOf(Full);

    private double WeightOf(UInt128 parts) =>
        family.Parts[node].Where((_, place) => (parts >> place & UInt128.One) != 0).Sum(part => family.Weights[part]);

    /// <summary>Companies of some patterns.</summary>
    private readonly record struct Few(bool Any, long Staying)
    {
        public Few With(long staying) => new(true, Staying + staying);

        public bool IsBelow(int minimum) => Any && Staying < minimum;
    }
}
