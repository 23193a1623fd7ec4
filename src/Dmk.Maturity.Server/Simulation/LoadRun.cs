using System.Diagnostics;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation;

namespace Dmk.Maturity.Server;

/// <summary>Many made-up companies answer at the same time through the public GraphQL interface.</summary>
internal sealed class LoadRun(GraphQLClient client, OperationTimes times, string questionnairesFolder)
{
    private readonly Classifications _classifications = QuestionnaireFile.ReadClassifications(questionnairesFolder);

    /// <summary>Companies take their turn in the file's order, so many at a time; the first alone, as it finds out whether this is a
    /// study of made-up companies.</summary>
    /// <exception cref="FaultException">It is a study of real companies; nothing was answered.</exception>
    public async Task<LoadReport> Answer(
        IReadOnlyList<Invitation> invitations,
        LoadMode mode,
        int seed,
        int concurrency,
        Ledger ledger,
        IProgress<(int Done, int Of)> progress,
        CancellationToken cancellation
    )
    {
        // The frame is the server's; where companies were drawn from, it has some.
        var places = new FramePlaces(
            SizeClasses.Of(_classifications),
            invitations.CountBy(invitation => RegisterCell.Of(invitation.Stratum)).Select(one => (one.Key, (long)one.Value))
        );
        var channel = new GraphQLChannel(client, Questionnaires());
        var (submitted, done) = (0, 0);
        var began = Stopwatch.GetTimestamp();
        if (invitations.Count > 0)
        {
            await Visit(invitations[0], cancellation);
        }

        await Parallel.ForEachAsync(
            invitations.Skip(1),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellation },
            Visit
        );
        return new(
            submitted,
            mode == LoadMode.Saves ? 0 : invitations.Count,
            Stopwatch.GetElapsedTime(began),
            times.Summaries(),
            times.Errors()
        );

        async ValueTask Visit(Invitation invitation, CancellationToken stop)
        {
            var company = SyntheticCompany.Of(invitation.UnitId, RegisterCell.Of(invitation.Stratum), places, seed);
            try
            {
                if (mode == LoadMode.Saves)
                {
                    await CompanyJourney.Save(company, invitation.AccessCode, channel, stop);
                }
                else
                {
                    var sectionsPerSave = mode == LoadMode.Submissions ? int.MaxValue : 1;
                    ledger.Acknowledged(
                        company.UnitId,
                        await CompanyJourney.Run(company, invitation.AccessCode, channel, sectionsPerSave, stop)
                    );
                    Interlocked.Increment(ref submitted);
                }
            }
            catch (RefusedException refused)
            {
                times.Failed(refused.Code, refused.Message);
            }

            progress.Report((Interlocked.Increment(ref done), invitations.Count));
        }
    }

    /// <summary>Asks the table by Land and sector again and again, one request after the other.</summary>
    public async Task<LoadReport> Tables(
        string studyId,
        int count,
        string token,
        IProgress<(int Done, int Of)> progress,
        CancellationToken cancellation
    )
    {
        const string document =
            "query($id: ID!) { study(id: $id) { indexTable(by: [\"land\", \"sector\"]) { cells { codes { code "
            + "} estimate standardError respondents status } } } }";
        var began = Stopwatch.GetTimestamp();
        for (var done = 0; done < count; done++)
        {
            await client.Ask("study", document, new { id = studyId }, token, cancellation);
            progress.Report((done + 1, count));
        }

        return new(0, 0, Stopwatch.GetElapsedTime(began), times.Summaries(), times.Errors());
    }

    private static IEnumerable<Questionnaire?> Read(IEnumerable<string> files, string classifications) =>
        Classifications.Read(classifications).Value is { } known ? files.Select(file => Questionnaire.Read(file, known).Value) : [];

    private Dictionary<string, Questionnaire> Questionnaires() =>
        Directory
            .EnumerateFiles(questionnairesFolder, "questionnaire.yaml", SearchOption.AllDirectories)
            .GroupBy(file => QuestionnaireFile.ClassificationsNear(Path.GetDirectoryName(file)!), StringComparer.Ordinal)
            .SelectMany(near => Read(near, near.Key))
            .OfType<Questionnaire>()
            // Several studies may ask the same questionnaire.
            .DistinctBy(questionnaire => questionnaire.Hash)
            .ToDictionary(questionnaire => questionnaire.Hash, StringComparer.Ordinal);
}
