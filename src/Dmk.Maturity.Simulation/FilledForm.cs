using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Simulation;

/// <summary>A questionnaire as a made-up company has filled it in, ready to be submitted.</summary>
/// <param name="Answers">Everything that it said, answers off the path included.</param>
/// <param name="Confirmations">Soft checks that it insists on, with its reason.</param>
public sealed record FilledForm(Answers Answers, IReadOnlyDictionary<string, string> Confirmations)
{
    private const int MostAttempts = 8;

    /// <summary>Goes through the form as a person does: question after question as they are asked, then back to what does not fit
    /// together.</summary>
    public static FilledForm Of(SyntheticCompany company, Questionnaire questionnaire)
    {
        var answers = FirstPass(company, questionnaire);
        for (var attempt = 1; ; attempt++)
        {
            var interview = Interview.Of(questionnaire, answers);
            var unfit = Unfit(interview, company, attempt);
            if (unfit.Count == 0)
            {
                return new(answers, Insisted(interview));
            }

            if (attempt > 2 * MostAttempts)
            {
                throw new InvalidOperationException(
                    $"{company.UnitId} finds no answers to {questionnaire.Id} that pass all checks; "
                        + $"{string.Join(", ", unfit.Select(question => question.Id))} do not fit."
                );
            }

            answers = Again(company, interview, unfit, attempt);
        }
    }

    /// <summary>The answers of one section, in the order of its variables.</summary>
    public IReadOnlyDictionary<string, Answer> Of(Questionnaire questionnaire, Section section) =>
        Answers
            .All.Where(answer => questionnaire.Variable(answer.Key)?.Section == section)
            .OrderBy(answer => questionnaire.Variable(answer.Key)!.Index)
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>Confirms these checks, with a reason.</summary>
    internal static Dictionary<string, string> Insist(IEnumerable<string> checks) =>
        checks.ToDictionary(check => check, _ => "Synthetische Begründung", StringComparer.Ordinal);

    private static Answers FirstPass(SyntheticCompany company, Questionnaire questionnaire)
    {
        var answers = Answers.None;
        foreach (var section in questionnaire.Sections)
        {
            foreach (var question in section.Questions)
            {
                var interview = Interview.Of(questionnaire, answers);
                if (interview.IsAsked(question))
                {
                    answers = answers.With(new AnswerDraw(company, question, interview, 0).Answers());
                }
            }
        }

        return answers;
    }

    /// <summary>Questions that forbid submission, and every other time those of a soft check: half of the companies correct themselves,
    /// half insist.</summary>
    private static HashSet<Question> Unfit(Interview interview, SyntheticCompany company, int attempt)
    {
        var variables = interview
            .Problems.Select(problem => problem.Variable)
            .Concat(
                interview
                    .Fired.Where(fired =>
                        fired.Check.Level == CheckLevel.Hard
                        || (
                            fired.Check.Level == CheckLevel.Soft
                            && attempt == 1
                            && new Chance(company.Seed, "corrects", company.UnitId).Happens(0.5)
                        )
                    )
                    .SelectMany(fired => fired.Variables)
            );
        return
        [
            .. variables
                .Select(id => Asked(interview.Questionnaire, id))
                .OfType<Question>()
                .Where(question => company.Fact(question) is null),
        ];
    }

    /// <summary>Answers the unfit questions anew, and what is asked because of that; after several attempts it leaves them blank or gives
    /// an offered reason.</summary>
    private static Answers Again(SyntheticCompany company, Interview before, HashSet<Question> unfit, int attempt)
    {
        var questionnaire = before.Questionnaire;
        var answers = before.Answers.Where(id => !unfit.Contains(Asked(questionnaire, id)!));
        foreach (var question in questionnaire.Sections.SelectMany(section => section.Questions))
        {
            var interview = Interview.Of(questionnaire, answers);
            if (
                interview.IsAsked(question)
                && (
                    unfit.Contains(question)
                        ? attempt <= MostAttempts || question.Required
                        : IsBlank(interview, question) && !IsBlank(before, question)
                )
            )
            {
                answers = answers.With(new AnswerDraw(company, question, interview, attempt).Answers());
            }
            else if (interview.IsAsked(question) && !before.IsAsked(question))
            {
                answers = answers.With(new AnswerDraw(company, question, interview, 0).Answers());
            }
        }

        return answers;
    }

    /// <summary>The question that a variable belongs to; what is wrong within an item is asked anew with its roster.</summary>
    private static Question? Asked(Questionnaire questionnaire, string variable) =>
        questionnaire.Variable(variable) is { } known ? known.Roster ?? known.Question : null;

    private static bool IsBlank(Interview interview, Question question) =>
        interview
            .Questionnaire.Variables.Where(variable => variable.Question == question)
            .All(variable => interview.Answers[variable.Id] == Answer.Unanswered);

    private static Dictionary<string, string> Insisted(Interview interview) =>
        Insist(interview.Fired.Where(fired => fired.Check.Level == CheckLevel.Soft).Select(fired => fired.Check.Id));
}
