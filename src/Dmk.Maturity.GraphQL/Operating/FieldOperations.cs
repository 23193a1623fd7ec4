using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>What brings a study into the field: its files, its frame, its sample.</summary>
internal sealed class FieldOperations(
    Catalogue catalogue,
    FieldWork fieldWork,
    FrameImport import,
    SampleDrawing drawing,
    FieldStates states,
    FrameUploads uploads,
    StudyResults results,
    AuditLog audit
)
{
    private const string AllocationName = "allocation.yaml";
    private const int LongestFileName = 100;

    public async Task<PublishStudyPayload> Publish(StudyFiles files, Caller caller, Language language, CancellationToken cancellation)
    {
        try
        {
            var study = await audit.Around(
                new(Actor.Of(caller.Audience), "study.publish", null, null),
                () => fieldWork.Publish(files.Questionnaire, files.Indices, files.Study, files.Frame, files.Origin, cancellation),
                done => done.Id
            );
            return new(new StudyView(study, language, caller, results), []);
        }
        catch (PublicationException refused)
        {
            return new(null, Views(refused));
        }
    }

    public async Task<ImportFramePayload> Import(string id, FramePart part, Caller caller, CancellationToken cancellation)
    {
        if (part.File.Length is 0 or > LongestFileName)
        {
            throw new Refusal("INVALID_ARGUMENT", $"The name of the file must have 1 to {LongestFileName} characters.");
        }

        var study = await Existing(id, cancellation);
        var actor = Actor.Of(caller.Audience);
        var (whole, refused) = uploads.Take(id, actor, part);
        if (whole is null)
        {
            return new() { PartsTaken = uploads.Taken(id, actor), Problems = refused is null ? [] : [new(refused)] };
        }

        var bytes = Encoding.UTF8.GetBytes(whole);
        var table = import.Check(study, new(Path.GetFileName(part.File), () => new MemoryStream(bytes)));
        if (table.Mistakes.Count > 0 || part.DryRun)
        {
            return ImportFramePayload.Of(table) with { PartsTaken = part.Of };
        }

        try
        {
            var before = await audit.Around(
                new(actor, "frame.import", id, null),
                () => import.Store(study, table, actor, new Progress<(int, int)>(), cancellation),
                _ => Counted.Companies(table.Units)
            );
            return ImportFramePayload.Of(table) with { PartsTaken = part.Of, Stored = true, Replaced = (int?)before };
        }
        catch (PublicationException already)
        {
            return new() { PartsTaken = part.Of, Problems = Views(already) };
        }
    }

    public async Task<DrawSamplePayload> Draw(
        string id,
        string allocation,
        int? seed,
        SampleRun run,
        Caller caller,
        Language language,
        CancellationToken cancellation
    )
    {
        if (seed < 0)
        {
            throw new Refusal("INVALID_ARGUMENT", $"'seed' is at least 0, not {seed}.");
        }

        var study = await Existing(id, cancellation);
        try
        {
            var reading = await drawing.Plan(study, allocation, AllocationName, cancellation);
            if (reading.Value is not { } plan)
            {
                return new() { Problems = [.. reading.Problems.Select(problem => new AuthorProblemView(problem))] };
            }

            var payload = DrawSamplePayload.Of(study, plan, language);
            if (run == SampleRun.Dry)
            {
                return payload;
            }

            var number = seed ?? RandomNumberGenerator.GetInt32(1, int.MaxValue);
            var actor = Actor.Of(caller.Audience);
            var subject = string.Create(CultureInfo.InvariantCulture, $"{Counted.Companies(plan.Drawn)}, seed {number}");
            await audit.Around(
                new(actor, "sample.draw", id, subject),
                () => drawing.Draw(study, plan, AllocationName, number, actor, cancellation)
            );
            return payload with { Seed = number };
        }
        catch (PublicationException refused)
        {
            return new() { Problems = Views(refused) };
        }
    }

    public async Task<FieldStatusView> Status(string id, Caller caller, Language language, CancellationToken cancellation)
    {
        var study = await Existing(id, cancellation);
        return new(await states.Of(study, cancellation), new StudyView(study, language, caller, results));
    }

    /// <exception cref="Refusal">Nobody has been drawn whom an open study could ask.</exception>
    public async Task RefuseUndrawn(Study study, CancellationToken cancellation)
    {
        var state = await states.Of(study, cancellation);
        if (state.Companies == 0)
        {
            throw new Refusal(
                "NO_SAMPLE",
                $"{study.Id} has no sample yet, so that nobody could answer. Next: {FieldStatusView.NextOf(state)}."
            );
        }
    }

    private static AuthorProblemView[] Views(PublicationException refused) =>
        [.. refused.Problems.Select(problem => new AuthorProblemView(problem))];

    private async Task<Study> Existing(string id, CancellationToken cancellation) =>
        await catalogue.Study(id, cancellation) ?? throw new Refusal("STUDY_UNKNOWN", $"There is no study '{id}'. See studies.");
}
