using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What a study's frame knows of a company, as answers to the questions that begin with it.</summary>
internal static class FramePrefill
{
    public static Answers Of(StudyDesign design, FrameEntry frame, Questionnaire questionnaire)
    {
        if (questionnaire.Sections.All(section => section.Questions.All(question => question.Prefill is null)))
        {
            return Answers.None;
        }

        var known = design.Population.Strata.ToDictionary(
            variable => variable.Id,
            variable => variable.CodeOf(frame.Cell),
            StringComparer.Ordinal
        );
        if (frame.Wz is { } wz)
        {
            known[Prefill.KeyOf(FrameField.Wz)] = wz;
        }

        if (frame.Persons is { } persons)
        {
            known[Prefill.KeyOf(FrameField.Persons)] = persons.ToString(CultureInfo.InvariantCulture);
        }

        return Prefill.Of(questionnaire, known);
    }

    /// <summary>Questions that begin with what this study's frame does not know, or calls by other codes.</summary>
    /// <param name="written">The study's file.</param>
    public static IEnumerable<Problem> Check(StudyDesign design, FilePosition written, Questionnaire questionnaire)
    {
        foreach (var question in questionnaire.Sections.SelectMany(section => section.Questions))
        {
            // A code of the WZ and a number of persons may stand in any frame, and need not.
            if (question.Prefill is not { } field || field is FrameField.Wz or FrameField.Persons)
            {
                continue;
            }

            var id = Prefill.KeyOf(field);
            if (design.Population.Strata.FirstOrDefault(variable => variable.Id == id) is not { } variable)
            {
                yield return new(
                    written,
                    "prefill-not-in-frame",
                    $"'{question.Id}' of {questionnaire.Id} begins with the frame's '{id}', and the frame of {design.Id} knows a company "
                        + $"only by {string.Join(", ", design.Population.Strata.Select(known => known.Id))}. Ask without prefill."
                );
            }
            else if (CodesWithoutOption(variable, questionnaire, question) is [var code, ..])
            {
                yield return new(
                    written,
                    "prefill-not-in-frame",
                    $"'{question.Id}' of {questionnaire.Id} begins with the frame's '{id}', and has no option for its code '{code}'. Give "
                        + "both the same classification."
                );
            }
        }
    }

    private static string[] CodesWithoutOption(ReportingVariable variable, Questionnaire questionnaire, Question question) =>
        [
            .. variable
                .Classification.Entries.Select(entry => entry.Code)
                .Where(code => questionnaire.Validate(question.Id, new Answer.Coded(code)) is not null),
        ];
}
