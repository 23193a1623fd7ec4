using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Simulation;

/// <summary>One made-up company from the envelope to the receipt: enter the code, save section by section, submit.</summary>
public static class CompanyJourney
{
    /// <param name="sectionsPerSave">How many sections it fills in before it saves; the last ones go along with the submission.</param>
    public static async Task<SubmissionReceipt> Run(
        SyntheticCompany company,
        string accessCode,
        ICompanyChannel channel,
        int sectionsPerSave,
        CancellationToken cancellation
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sectionsPerSave, 1);
        var visit = await channel.Enter(accessCode, cancellation);
        if (visit.Receipt is { } earlier)
        {
            return earlier;
        }

        var form = FilledForm.Of(company, visit.Questionnaire);
        var saves = visit
            .Questionnaire.Sections.Chunk(sectionsPerSave)
            .Select(sections => Changes(form, visit.Questionnaire, sections))
            .ToList();
        var revision = visit.Revision;
        foreach (var changes in saves.SkipLast(1).Where(changes => changes.Count > 0))
        {
            revision = await channel.Save(visit, revision, changes, cancellation);
        }

        try
        {
            return await channel.Submit(visit, revision, IdempotencyKey(company), saves[^1], form.Confirmations, cancellation);
        }
        catch (RefusedException waiting) when (waiting.Unconfirmed.Except(form.Confirmations.Keys).Any())
        {
            // What only the study asks, such as whether a company has really grown since the frame was drawn.
            var all = form.Confirmations.Concat(FilledForm.Insist(waiting.Unconfirmed.Except(form.Confirmations.Keys)));
            return await channel.Submit(
                visit,
                revision,
                IdempotencyKey(company),
                saves[^1],
                all.ToDictionary(StringComparer.Ordinal),
                cancellation
            );
        }
    }

    /// <summary>Comes in and saves section by section, and submits nothing.</summary>
    public static async Task Save(SyntheticCompany company, string accessCode, ICompanyChannel channel, CancellationToken cancellation)
    {
        var visit = await channel.Enter(accessCode, cancellation);
        var form = FilledForm.Of(company, visit.Questionnaire);
        var revision = visit.Revision;
        foreach (
            var changes in visit
                .Questionnaire.Sections.Select(section => Changes(form, visit.Questionnaire, [section]))
                .Where(changes => changes.Count > 0)
        )
        {
            revision = await channel.Save(visit, revision, changes, cancellation);
        }
    }

    /// <summary>The same for the same company, so that a submission that was cut off can be sent again.</summary>
    private static string IdempotencyKey(SyntheticCompany company) => $"synthetic-{company.Seed}-{company.UnitId}";

    private static Dictionary<string, Answer> Changes(FilledForm form, Questionnaire questionnaire, Section[] sections) =>
        sections.SelectMany(section => form.Of(questionnaire, section)).ToDictionary(StringComparer.Ordinal);
}
