using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Takes the frame of a study from a file: all of it, or nothing where a line is wrong.</summary>
public sealed class FrameImport(
    Frames frames,
    Contacts contacts,
    Catalogue catalogue,
    StudyJournal journal,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
)
{
    private const int Batch = 500;

    /// <summary>Looks through a file; nothing is stored.</summary>
    public FrameTable Check(Study study, FrameFile file) =>
        FrameTable.Check(file, study.Design, study.Questionnaire, catalogue.Classifications);

    /// <summary>Stores a frame in the place of an earlier one. Names and addresses go to their own database first: a name without its
    /// company harms nobody.</summary>
    /// <param name="table">Without mistakes.</param>
    /// <returns>How many companies the frame had before; null where there was none.</returns>
    /// <exception cref="PublicationException">The study has been in the field, or its sample has been drawn.</exception>
    public async Task<long?> Store(
        Study study,
        FrameTable table,
        string actor,
        IProgress<(int Done, int Of)> progress,
        CancellationToken cancellation
    )
    {
        if (table.Mistakes.Count > 0)
        {
            throw new ArgumentException($"The frame of {study.Id} has {table.Mistakes.Count} mistakes.", nameof(table));
        }

        await RefuseDrawn(study, cancellation);
        var before = await frames.Of(study.Id, cancellation);
        var old = before is null ? [] : await frames.Ids(study.Id, cancellation);
        var done = 0;
        foreach (var batch in table.Read().Chunk(Batch))
        {
            await contacts.Write([.. batch.Select(Contact)], cancellation);
            progress.Report((done += batch.Length, (int)table.Units));
        }

        try
        {
            await StoreBusyException.Translate(
                frames.Replace(Row(study, table, actor), Strata(study, table), table.Read().Select(unit => Row(study, unit)))
            );
        }
        catch (SampleDrawnException)
        {
            throw Drawn(study);
        }

        catalogue.Forget();
        await ForgetContacts(old, cancellation);
        journal.FrameImported(study.Id, table.Units, table.Strata.Count);
        return before?.Units;
    }

    private async Task RefuseDrawn(Study study, CancellationToken cancellation)
    {
        var isDrawn =
            study.Phase != StudyPhase.Draft
            || study.Frame.Any(stratum => stratum.Sampled > 0)
            || await frames.DrawOf(study.Id, cancellation) is not null;
        if (isDrawn)
        {
            throw Drawn(study);
        }
    }

    internal static PublicationException Drawn(Study study) =>
        new([
            new(
                new("frame", 0, 0),
                "sample-drawn",
                $"The sample of {study.Id} has been drawn: its frame is frozen, because weights rest on it. A new frame needs a new "
                    + "study with another id."
            ),
        ]);

    /// <summary>Names of companies that were in the earlier frame only.</summary>
    private async Task ForgetContacts(IReadOnlyList<string> old, CancellationToken cancellation)
    {
        foreach (var batch in old.Chunk(Batch))
        {
            if (await frames.Nowhere(batch, cancellation) is { Count: > 0 } gone)
            {
                await contacts.Remove(gone, cancellation);
            }
        }
    }

    private static Contact Contact(FrameUnit unit) =>
        new()
        {
            UnitId = unit.UnitId,
            Name = unit.Name,
            Address = unit.Address,
        };

    private StoredFrame Row(Study study, FrameTable table, string actor) =>
        new()
        {
            Study = study.Id,
            File = table.File,
            Hash = table.Hash,
            Units = table.Units,
            ImportedAt = time.GetUtcNow(),
            Actor = actor,
        };

    private static StoredFrameUnit Row(Study study, FrameUnit unit) =>
        new()
        {
            Study = study.Id,
            UnitId = unit.UnitId,
            Stratum = unit.Stratum.ToString(),
            Persons = unit.Persons,
            Wz = unit.Wz,
            Previous = unit.Previous.Count == 0 ? null : AnswersJson.Write(unit.Previous),
        };

    private static StoredStratum[] Strata(Study study, FrameTable table) =>
        [
            .. table.Strata.Select(
                (stratum, place) =>
                    new StoredStratum
                    {
                        Study = study.Id,
                        Cell = stratum.Cell.ToString(),
                        Population = stratum.Population,
                        Sampled = 0,
                        Place = place,
                    }
            ),
        ];
}
