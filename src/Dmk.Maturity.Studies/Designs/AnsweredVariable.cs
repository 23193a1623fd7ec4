using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Says that a company's own answer, where there is one, decides where it stands in tables.</summary>
/// <param name="Place">In the reporting cell.</param>
/// <param name="Asked">What is read: a choice or code search whose codes the classification has, or a number, asked or computed, for a
/// classification of number bands.</param>
/// <param name="Written">Where the study names it.</param>
internal sealed record AnsweredVariable(
    int Place,
    string Asked,
    Classification Classification,
    IReadOnlyList<NumberBand> Bands,
    FilePosition Written
)
{
    /// <returns>Null when the company gave no answer that stands for a code.</returns>
    public string? CodeOf(Interview interview) =>
        (interview.Questionnaire.Variable(Asked) is null ? interview.Computed(Asked) : interview.Effective(Asked)) switch
        {
            Answer.Coded coded when Classification.Find(coded.Code) is not null => coded.Code,
            Answer.Number number => CodeOf(number.Value),
            Answer.Coded or Answer.CodedSet or Answer.Words or Answer.Day or Answer.Period or Answer.Items or Answer.Missing => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Why it cannot tell where a company stands, or not where every company does.</summary>
    /// <param name="fallback">What holds for companies whose answer stands for no code.</param>
    public IEnumerable<Problem> Check(Questionnaire questionnaire, Fallback fallback)
    {
        var question = questionnaire.Variable(Asked)?.Question;
        if (question is null && questionnaire.Computed.All(computed => computed.Id != Asked))
        {
            var version = $"{questionnaire.Id} {questionnaire.Version}";
            return [Error("unknown-question", $"The questionnaire {version} has no question or computed value '{Asked}'.")];
        }

        return question switch
        {
            null when AnsweredNumber.IsComputedNumber(questionnaire, Asked) && Bands.Count > 0 => [],
            null when questionnaire.Computed.First(one => one.Id == Asked).Value is { Kind: ExpressionKind.Code } code => Codes(
                [.. code.Options.Select(option => option.Code)],
                fallback
            ),
            Question.Numeric numeric when Bands.Count > 0 => OneBand(numeric),
            Question.CodeSearch search when search.Classification.Id == Classification.Id => [],
            Question.Single single => Codes([.. single.Options.Select(option => option.Code)], fallback),
            null
            or Question.Numeric
            or Question.CodeSearch
            or Question.Multiple
            or Question.Grid
            or Question.SumGroup
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note =>
            [
                Error(
                    "question-does-not-classify",
                    $"'{Asked}' gives neither codes of '{Classification.Id}' nor a number that its classes are made of. Name a single "
                        + "choice, a code search or a number."
                ),
            ],
            _ => throw new System.Diagnostics.UnreachableException(question.GetType().Name),
        };
    }

    /// <summary>A year is no number of persons: every company would stand in one class.</summary>
    private IEnumerable<Problem> OneBand(Question.Numeric numeric)
    {
        var (lowest, highest) = (numeric.Min?.Constant ?? decimal.MinValue, numeric.Max?.Constant ?? decimal.MaxValue);
        NumberBand[] reached = [.. Bands.Where(band => band.From <= highest && band.Below > lowest)];
        if (reached.Length < 2 && Bands.Count > 1)
        {
            yield return Error(
                "single-band",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{Asked}' lies between {lowest} and {highest}, which all is in {reached.FirstOrDefault()?.Code ?? "no class"} of "
                        + $"'{Classification.Id}': it is no number that this classification divides. Name the question that is meant."
                )
            );
        }
    }

    /// <summary>Options without a code, and codes that no option gives.</summary>
    private IEnumerable<Problem> Codes(string[] options, Fallback fallback)
    {
        string[] known = [.. options.Where(option => Classification.Find(option) is not null)];
        string[] unknown = [.. options.Except(known)];
        if (known.Length == 0)
        {
            yield return Error("question-does-not-classify", $"No option of '{Asked}' is a code of '{Classification.Id}'.");
        }
        else if (unknown.Length > 0 && fallback == Fallback.NotStated)
        {
            yield return Error(
                "codes-not-covered",
                $"Companies that answer {string.Join(", ", unknown)} to '{Asked}' would stand with those who did not say. Give each option "
                    + "a code."
            );
        }

        if (known.Length > 0 && fallback == Fallback.NotStated && Classification.Entries.Count > known.Length)
        {
            var never = Classification.Entries.Select(entry => entry.Code).Except(known);
            yield return Error("code-never-given", $"No option of '{Asked}' gives {string.Join(", ", never)}. Remove these codes.") with
            {
                Severity = Severity.Warning,
            };
        }
    }

    /// <summary>The question itself, or all that the computed value is computed from, in the order of the questionnaire; what it has not,
    /// by its id.</summary>
    public IReadOnlyList<string> QuestionsBehind(Questionnaire questionnaire)
    {
        var (found, seen) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var open = new Stack<string>([Asked]);
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id))
            {
                continue;
            }

            if (questionnaire.Computed.FirstOrDefault(computed => computed.Id == id) is { } computed)
            {
                computed.Value.Reads.ToList().ForEach(open.Push);
            }
            else
            {
                found.Add(questionnaire.Variable(id)?.Question.Id ?? id);
            }
        }

        return [.. found.OrderBy(id => questionnaire.Variable(id)?.Index ?? int.MaxValue)];
    }

    private Problem Error(string code, string message) => new(Written, code, message);

    private string? CodeOf(decimal? number) => Bands.FirstOrDefault(band => number >= band.From && number < band.Below)?.Code;
}

/// <summary>Where a company stands whose answer stands for no code.</summary>
internal enum Fallback
{
    /// <summary>Where the frame says.</summary>
    Frame,

    /// <summary>With those who did not say.</summary>
    NotStated,
}
