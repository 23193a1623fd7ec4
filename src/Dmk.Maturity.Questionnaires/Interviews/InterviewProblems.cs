namespace Dmk.Maturity.Questionnaires;

/// <summary>What forbids the submission of an interview, question by question.</summary>
internal static class InterviewProblems
{
    public static IEnumerable<AnswerProblem> Of(Interview interview)
    {
        foreach (var question in interview.Questionnaire.Sections.SelectMany(section => section.Questions).Where(interview.IsAsked))
        {
            var range = interview.Questionnaire.Routing.VariablesOf(question);
            var variables = new List<Variable>(range.End.Value - range.Start.Value);
            for (var i = range.Start.Value; i < range.End.Value; i++)
            {
                variables.Add(interview.Questionnaire.Variables[i]);
            }

            var problems = variables.Where(interview.IsAsked).Select(variable => OfOne(interview, variable)).OfType<AnswerProblem>().ToList();
            foreach (var problem in problems)
            {
                yield return problem;
            }

            if (problems.Count == 0 && question is Question.SumGroup group && OfSum(interview, group, variables) is { } mismatch)
            {
                yield return mismatch;
            }
        }
    }

    private static AnswerProblem? OfOne(Interview interview, Variable variable)
    {
        var answer = interview.Slots[variable.Index];
        if (answer == Answer.Unanswered)
        {
            return variable.Question.Required && variable.Specify is null ? new(variable.Id, "required", AnswerMessages.Required(variable.Question)) : null;
        }

        return PossibleAnswer.Check(variable, answer) ?? (answer is Answer.Number number && variable.Question is Question.Numeric question
            ? PossibleAnswer.Within(variable.Id, number.Value, question.Min?.NumberOf(interview.Slots), question.Max?.NumberOf(interview.Slots))
            : null);
    }

    /// <summary>A part without a number but with a reason leaves the sum open, but numbers that exceed the total already are a mistake all the same.</summary>
    private static AnswerProblem? OfSum(Interview interview, Question.SumGroup group, List<Variable> parts)
    {
        if (group.Total.NumberOf(interview.Slots) is not { } total)
        {
            return null;
        }

        var answers = parts.Select(part => interview.Slots[part.Index]).ToList();
        var numbers = answers.OfType<Answer.Number>().Select(number => number.Value).ToList();
        var blanks = answers.Count(answer => answer == Answer.Unanswered);
        var sum = numbers.Aggregate((decimal?)0, (all, number) => all is { } before ? Arithmetic.Plus(before, number) : null);
        if (blanks == answers.Count)
        {
            return group.AllowAllBlank ? null : new(parts[0].Id, "sumMismatch", AnswerMessages.SumOpen(0, total));
        }

        if (sum is not { } known || known > total + group.Tolerance)
        {
            return new(parts[0].Id, "sumMismatch", AnswerMessages.SumMismatch(sum, total));
        }

        if (blanks > 0)
        {
            return new(parts[answers.IndexOf(Answer.Unanswered)].Id, "sumMismatch", AnswerMessages.SumOpen(known, total));
        }

        return numbers.Count == answers.Count && known < total - group.Tolerance ? new(parts[0].Id, "sumMismatch", AnswerMessages.SumMismatch(known, total)) : null;
    }
}
