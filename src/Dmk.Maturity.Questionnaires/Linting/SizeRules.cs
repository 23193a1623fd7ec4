using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks for lists that nobody reads to the end, and says which type of question to take instead.</summary>
internal static class SizeRules
{
    /// <summary>Options shown one below the other; all countries of the world fit.</summary>
    private const int MostOptions = 250;

    /// <summary>Rows times options of a grid.</summary>
    private const int MostCells = 1_000;

    public static void Check(Question question, YamlMapping yaml)
    {
        switch (question)
        {
            case Question.Single or Question.Multiple when question.Choices.Count > MostOptions:
                yaml.Report(
                    "too-many-options",
                    $"'{question.Id}' shows {question.Choices.Count} options, more than {MostOptions}. Make the list a "
                        + "classification and ask "
                        + "with type: codeSearch."
                );
                break;
            case Question.Grid grid when grid.Rows.Count * grid.Options.Count > MostCells:
                yaml.Report(
                    "too-many-options",
                    $"'{question.Id}' has {grid.Rows.Count} rows times {grid.Options.Count} options, more than "
                        + $"{MostCells} fields. Split it, or ask "
                        + "within a roster with type: codeSearch."
                );
                break;
            case Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.Numeric
            or Question.SumGroup
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note:
                break;
            default:
                throw new UnreachableException(question.GetType().Name);
        }
    }
}
