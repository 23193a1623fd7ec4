using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Looks through everything that a data folder holds: pages, sources, sequence numbers, receipts, scores, moments,
/// names.</summary>
/// <param name="classifications">Those that the published questionnaires use.</param>
/// <param name="found">Told each fault in one line: what, where, what to do.</param>
public sealed class FolderVerification(FolderReading folder, Classifications classifications, Action<string> found)
{
    private const string Restore = "Restore the folder from a backup.";

    private readonly FolderContents _contents = new(folder);
    private long _faults;

    /// <param name="progress">Submissions.</param>
    /// <returns>How many submissions there are, and how many faults were found.</returns>
    public async Task<(long Submissions, long Faults)> Run(IProgress<(int Done, int Of)> progress, CancellationToken cancellation)
    {
        var damaged = _contents.DamagedPages();
        foreach (var page in damaged)
        {
            Fault($"Damaged pages in {page}. {Restore}");
        }

        if (damaged.Count > 0)
        {
            // What is read from such a database may be anything.
            return (0, _faults);
        }

        var all = await _contents.Submitted(cancellation);
        var questionnaires = await Questionnaires(cancellation);
        await Sources(cancellation);
        if (_faults == 0)
        {
            var done = 0;
            foreach (var stored in await _contents.Studies())
            {
                var waiting = (await _contents.Rescorings(stored.Study.Id, cancellation)).ToLookup(row => row.Land);
                var known = Catalogue.Read(stored, questionnaires, classifications);
                foreach (var land in await _contents.Laender(stored.Study.Id, cancellation))
                {
                    var submissions = new SubmissionsCheck(_contents, known, land, [.. waiting[land]], Fault);
                    await submissions.Run(step => progress.Report((done += step, all)), cancellation);
                }
            }
        }

        await Unsubmitted(cancellation);
        await Names(cancellation);
        return (all, _faults);
    }

    private void Fault(string line)
    {
        _faults++;
        found(line);
    }

    private async Task<Questionnaire[]> Questionnaires(CancellationToken cancellation)
    {
        var read = new List<Questionnaire>();
        foreach (var stored in await _contents.Questionnaires(cancellation))
        {
            var name = $"{stored.Id} {stored.Version}";
            var questionnaire = Questionnaire.Parse(stored.Source, name, classifications).Value;
            if (questionnaire?.Hash != stored.Hash)
            {
                Fault($"The questionnaire {name} is not the one that was published: its text has another hash. {Restore}");
            }

            if (questionnaire is not null)
            {
                read.Add(questionnaire);
            }
        }

        return [.. read];
    }

    private async Task Sources(CancellationToken cancellation)
    {
        foreach (var model in await _contents.IndexModels(cancellation))
        {
            if (SourceText.Hash(model.Source) != model.Hash)
            {
                Fault(
                    $"The index model {model.Id} {model.Version} is not the one that was published: its text has another hash. {Restore}"
                );
            }
        }

        foreach (var study in (await _contents.Studies()).Select(stored => stored.Study))
        {
            if (SourceText.Hash(study.Source) != study.Hash)
            {
                Fault($"The study {study.Id} is not the one that was published: its text has another hash. {Restore}");
            }
        }
    }

    /// <summary>Responses that say that they were submitted, and of which there is no submission.</summary>
    private async Task Unsubmitted(CancellationToken cancellation)
    {
        foreach (var response in await _contents.WithoutSubmission(cancellation))
        {
            Fault($"The response {response.Land}/{response.Id} was submitted, and its submission is missing. {Restore}");
        }
    }

    /// <summary>Names are written before units: after a kill one may have no unit, which harms nobody. A sample may come without
    /// names.</summary>
    private async Task Names(CancellationToken cancellation)
    {
        var named = await _contents.Named(cancellation);
        var units = await _contents.Units(cancellation);
        foreach (var study in units.GroupBy(unit => unit.Study))
        {
            var nameless = study.Count(unit => !named.Contains(unit.UnitId));
            if (nameless > 0 && nameless < study.Count())
            {
                Fault($"{nameless} of {study.Count()} companies of {study.Key} have no name in contacts.db. {Restore}");
            }
        }

        if (units.Count > 0 && named.Count > 0 && !units.Exists(unit => named.Contains(unit.UnitId)))
        {
            Fault($"No name in contacts.db is that of a company in maturity.db: they do not belong together. {Restore}");
        }
    }
}
