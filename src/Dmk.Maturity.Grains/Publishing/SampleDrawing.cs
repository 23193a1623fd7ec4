using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Draws the sample of a study from its frame: within each stratum a simple random one without replacement (Cochran 1977, chapter
/// 2). The same frame, allocation and seed give the same sample on every machine.</summary>
public sealed class SampleDrawing(
    Frames frames,
    Catalogue catalogue,
    StudyJournal journal,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
)
{
    private const int Batch = 500;

    /// <summary>Reads an allocation against the study's frame; nothing is stored.</summary>
    /// <param name="file">The name that problems show.</param>
    /// <exception cref="PublicationException">There is no frame, or the sample has been drawn.</exception>
    public async Task<Parsed<SamplePlan>> Plan(Study study, string yaml, string file, CancellationToken cancellation)
    {
        if (await frames.Of(study.Id, cancellation) is null)
        {
            throw study.Frame.Count > 0
                ? AlreadyDrawn(study)
                : new PublicationException([
                    new(new("frame", 0, 0), "no-frame", $"{study.Id} has no frame yet. Next: frame import FILE --study {study.Id}"),
                ]);
        }

        return study.Phase != StudyPhase.Draft || await frames.DrawOf(study.Id, cancellation) is not null
            ? throw AlreadyDrawn(study)
            : SamplePlan.Parse(yaml, file, study.Design, study.Frame);
    }

    /// <summary>Draws and stores, all in one commit or nothing.</summary>
    /// <exception cref="PublicationException">The sample has been drawn meanwhile.</exception>
    public async Task Draw(Study study, SamplePlan plan, string file, int seed, string actor, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        var drawn = await Units(study, plan, (ulong)seed, cancellation);
        var draw = new StoredDraw
        {
            Study = study.Id,
            File = Path.GetFileName(file),
            Source = plan.Source,
            Hash = plan.Hash,
            Method = SamplePlan.Word(plan.Method),
            Seed = seed,
            Drawn = drawn.Count,
            DrawnAt = time.GetUtcNow(),
            Actor = actor,
        };
        var questionnaire = (await catalogue.Known(study.Id, cancellation))!.Questionnaires[^1];
        try
        {
            await StoreBusyException.Translate(
                frames.Draw(
                    draw,
                    [.. plan.Strata.Select(stratum => (stratum.Cell.ToString(), stratum.Sampled))],
                    questionnaire,
                    drawn,
                    AnswersJson.Write(Answers.None)
                )
            );
        }
        catch (SampleDrawnException)
        {
            throw AlreadyDrawn(study);
        }

        catalogue.Forget();
        journal.SampleDrawn(study.Id, drawn.Count, plan.Strata.Sum(stratum => stratum.Population), seed);
    }

    /// <summary>In random order, so that the first so many of a sample, to whom a first wave of letters goes, are a sample as
    /// well.</summary>
    private async Task<IReadOnlyList<DrawnUnit>> Units(Study study, SamplePlan plan, ulong seed, CancellationToken cancellation)
    {
        var ids = new List<string>();
        foreach (var stratum in plan.Strata.Where(stratum => stratum.Sampled > 0))
        {
            var cell = stratum.Cell.ToString();
            var all = await frames.Units(study.Id, cell, cancellation);
            ids.AddRange(Shuffle.Of(all, seed, $"sample {study.Id} {cell}").Take((int)stratum.Sampled));
        }

        ids.Sort(StringComparer.Ordinal);
        var (units, place, now) = (new List<DrawnUnit>(ids.Count), 0, time.GetUtcNow());
        foreach (var batch in Shuffle.Of(ids, seed, $"order {study.Id}").Chunk(Batch))
        {
            var known = (await frames.Units(study.Id, batch, cancellation)).ToDictionary(unit => unit.UnitId, StringComparer.Ordinal);
            units.AddRange(batch.Select(id => new DrawnUnit(Row(study, known[id], ++place), Guid.CreateVersion7(now))));
        }

        return units;
    }

    private static StoredUnit Row(Study study, StoredFrameUnit unit, int place) =>
        new()
        {
            Land = ReportingCell.Parse(unit.Stratum).Land,
            Study = study.Id,
            UnitId = unit.UnitId,
            Stratum = unit.Stratum,
            Persons = unit.Persons,
            Place = place,
            Wz = unit.Wz,
            Previous = unit.Previous,
        };

    private static PublicationException AlreadyDrawn(Study study) =>
        new([
            new(
                new("sample", 0, 0),
                "sample-drawn",
                $"The sample of {study.Id} has been drawn. See 'study status {study.Id}'; another sample needs another study."
            ),
        ]);
}
