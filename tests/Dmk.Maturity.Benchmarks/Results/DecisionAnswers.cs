using System.Globalization;
using System.Runtime.InteropServices;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>Made-up companies of the demonstration, of however many, as decisions know them: counted, none of them kept.</summary>
internal sealed class DecisionAnswers
{
    private const string Pilot = "pilotstudie-wirtschaft";
    private const int Seed = 2027;

    /// <summary>Of so many companies answers are kept at a time.</summary>
    private const int Chunk = 5_000;

    private const int MostInterviewed = 60_000;

    private readonly Dictionary<AnsweredAlike, long> _alike = [];

    /// <param name="invited">Companies of the sample; nearly half of them answer.</param>
    /// <param name="kept">A file that the companies are kept in, made if it is not there; null for none.</param>
    public DecisionAnswers(int invited, string? kept)
    {
        var folder = Path.Combine(PilotResponses.Root(AppContext.BaseDirectory), "questionnaires");
        var classifications = Classifications.Read(Path.Combine(folder, "classifications")).OrThrow();
        var questionnaire = Questionnaire.Read(Path.Combine(folder, Pilot, "questionnaire.yaml"), classifications).OrThrow();
        IndexModel[] models =
        [
            .. new[] { Pilot, "eurostat-dii", "edih-dma" }.Select(name =>
                IndexModel.Read(Path.Combine(folder, name, "index.yaml"), questionnaire).OrThrow()
            ),
        ];
        var design = StudyDesign.Read(Path.Combine(folder, Pilot, "study.yaml"), classifications).OrThrow();
        var population = SyntheticPopulation.Of(classifications, invited);
        Study = new(
            design,
            StudyVersion.Of([questionnaire], _ => models),
            [.. population.Frame.Select(stratum => stratum.In(design))],
            Origin.Synthetic,
            StudyPhase.InField
        );
        if (kept is not null && File.Exists(kept))
        {
            foreach (var line in File.ReadLines(kept))
            {
                var (alike, count) = Read(line);
                _alike.Add(alike, count);
            }

            return;
        }

        // Of very many, some are interviewed, and the others answer as one of these in their size class does.
        var every = 1 + (population.Sample.Count / MostInterviewed);
        var interviewed = population.Sample.Where((_, place) => place % every == 0);
        _ = Parallel.ForEach(interviewed.Chunk(Chunk), units => Count(units, questionnaire, population.Places));
        CountLike(population.Sample.Where((_, place) => place % every > 0), population.Places);
        if (kept is not null)
        {
            File.WriteAllLines(kept, _alike.Select(one => Written(one.Key, one.Value)));
        }
    }

    public Study Study { get; }

    public long Companies => _alike.Values.Sum();

    /// <summary>Those that disclosure control cannot tell apart, none of them shown yet.</summary>
    /// <param name="waiting">In a hundred, so many have not answered yet.</param>
    public CompanyGroup[] Groups(int waiting = 0)
    {
        var nothing = new int[new EntryOrder(Study.Design).Tables.Count];
        return
        [
            .. Alike(waiting).Select(alike => new CompanyGroup(alike.Key.Stratum, alike.Key.Cell, alike.Key.Scores, nothing, alike.Value)),
        ];
    }

    private OrderedDictionary<(ReportingCell Stratum, ReportingCell Cell, ScorePattern Scores), long> Alike(int waiting)
    {
        var (alike, number) = (new OrderedDictionary<(ReportingCell, ReportingCell, ScorePattern), long>(), 0L);
        foreach (var (one, count) in Ordered())
        {
            var here = 0L;
            for (var company = 0; company < count; company++)
            {
                here += number++ * 37 % 100 < 100 - waiting ? 1 : 0;
            }

            if (here > 0)
            {
                var key = (one.Stratum, one.Cell, one.Scores);
                alike[key] = alike.GetValueOrDefault(key) + here;
            }
        }

        return alike;
    }

    /// <summary>Those who have entered, parted by which of the study's conditions are true of them.</summary>
    public (CompanyGroup[] Groups, int[] Truths) Conditioned(IEnumerable<CompanyGroup> groups)
    {
        var historyOf = groups.ToDictionary(group => (group.Stratum, group.Cell, group.Scores), group => group.History);
        var parted = new OrderedDictionary<(ReportingCell Stratum, ReportingCell Cell, ScorePattern Scores, int Truths), long>();
        foreach (var (one, count) in Ordered().Where(one => HasEntered(one.Key, 0)))
        {
            var key = (one.Stratum, one.Cell, one.Scores, one.Truths);
            parted[key] = parted.GetValueOrDefault(key) + count;
        }

        return (
            [
                .. parted.Select(one => new CompanyGroup(
                    one.Key.Stratum,
                    one.Key.Cell,
                    one.Key.Scores,
                    historyOf[(one.Key.Stratum, one.Key.Cell, one.Key.Scores)],
                    one.Value
                )),
            ],
            [.. parted.Keys.Select(key => key.Truths)]
        );

        bool HasEntered(AnsweredAlike one, int table)
        {
            return historyOf.TryGetValue((one.Stratum, one.Cell, one.Scores), out var history) && history[table] > 0;
        }
    }

    /// <summary>What figures per person employed are decided on.</summary>
    /// <param name="table">Which the companies must have entered.</param>
    public PersonGroup[] Persons(NodeFamily family, IEnumerable<CompanyGroup> groups, int table)
    {
        var historyOf = groups.ToDictionary(group => (group.Stratum, group.Cell, group.Scores), group => group.History);
        var parted = new OrderedDictionary<(ReportingCell Stratum, ReportingCell Cell, ScorePattern Scores, double Persons), long>();
        foreach (var (one, count) in Ordered().Where(one => HasEntered(one.Key, table)))
        {
            var scores = ScorePattern.Of([
                [.. family.Headlines.Select(node => one.Scores[node] ? 0 : double.NaN)],
            ]);
            var key = (one.Stratum, one.Cell, scores, one.Persons);
            parted[key] = parted.GetValueOrDefault(key) + count;
        }

        return [.. parted.Select(one => new PersonGroup(one.Key.Stratum, one.Key.Cell, one.Key.Scores, one.Key.Persons, one.Value))];

        bool HasEntered(AnsweredAlike one, int at)
        {
            return historyOf.TryGetValue((one.Stratum, one.Cell, one.Scores), out var history) && history[at] > 0;
        }
    }

    private IEnumerable<KeyValuePair<AnsweredAlike, long>> Ordered() =>
        _alike
            .OrderBy(one => one.Key.Stratum.ToString(), StringComparer.Ordinal)
            .ThenBy(one => one.Key.Cell.ToString(), StringComparer.Ordinal)
            .ThenBy(one => one.Key.Scores.Bits, StringComparer.Ordinal)
            .ThenBy(one => one.Key.Persons)
            .ThenBy(one => one.Key.Truths);

    private void Count(SyntheticUnit[] units, Questionnaire questionnaire, FramePlaces places)
    {
        var design = Study.Design;
        var columns = new ResponseColumns([.. Study.Indices.Select(model => model.Nodes.Count)], design.Kept.Count);
        var companies = new List<AnsweredAlike>();
        foreach (var unit in units)
        {
            var company = SyntheticCompany.Of(unit.UnitId, unit.Stratum, places, Seed);
            if (company.Responds)
            {
                var interview = Interview.Of(questionnaire, FilledForm.Of(company, questionnaire).Answers);
                var (stratum, cell) = (unit.Stratum.In(design), company.Now.In(design));
                double[][] scores = [.. Study.Indices.Select(model => model.Score(interview))];
                columns.Add(stratum, cell, $"{questionnaire.Version}", scores, [.. design.Kept.Select(kept => kept.ValueOf(interview))]);
                companies.Add(new(stratum, cell, ScorePattern.Of(scores), design.KeptOf(interview)[0].Persons, 0));
            }
        }

        var truths = columns.Truths([.. design.Conditions.Select(one => StudyCondition.Read(Study, 0, one.Where))]);
        lock (_alike)
        {
            foreach (var (place, company) in companies.Index())
            {
                var key = company with { Truths = truths[place] };
                _alike[key] = _alike.GetValueOrDefault(key) + 1;
            }
        }
    }

    private void CountLike(IEnumerable<SyntheticUnit> units, FramePlaces places)
    {
        var known = Ordered().Select(one => one.Key).ToLookup(one => SizeOf(one.Cell)).ToDictionary(one => one.Key, one => one.ToArray());
        var chance = new Random(Seed);
        foreach (var unit in units)
        {
            var company = SyntheticCompany.Of(unit.UnitId, unit.Stratum, places, Seed);
            if (company.Responds)
            {
                var cell = company.Now.In(Study.Design);
                var alike = known[SizeOf(cell)];
                var key = alike[chance.Next(alike.Length)] with { Stratum = unit.Stratum.In(Study.Design), Cell = cell };
                _alike[key] = _alike.GetValueOrDefault(key) + 1;
            }
        }
    }

    private static string SizeOf(ReportingCell cell) => cell.Codes.Split(ReportingCell.Separator)[^1];

    private static string Written(AnsweredAlike one, long count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Stratum} {one.Cell} {Convert.ToHexString(MemoryMarshal.AsBytes(one.Scores.Bits.AsSpan()))} "
                + $"{one.Persons:R} {one.Truths} {count}"
        );

    private static (AnsweredAlike, long) Read(string line)
    {
        var parts = line.Split(' ');
        var bits = MemoryMarshal.Cast<byte, char>(Convert.FromHexString(parts[2])).ToArray();
        return (
            new(
                ReportingCell.Parse(parts[0]),
                ReportingCell.Parse(parts[1]),
                new(new string(bits)),
                double.Parse(parts[3], CultureInfo.InvariantCulture),
                int.Parse(parts[4], CultureInfo.InvariantCulture)
            ),
            long.Parse(parts[5], CultureInfo.InvariantCulture)
        );
    }

    private sealed record AnsweredAlike(ReportingCell Stratum, ReportingCell Cell, ScorePattern Scores, double Persons, int Truths);
}
