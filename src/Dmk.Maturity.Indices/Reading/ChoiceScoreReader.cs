using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads a number for each option of a question: <c>{ none: 0, some: 50, all: 100 }</c>; where one option is chosen, also
/// <c>exclude</c>.</summary>
internal sealed class ChoiceScoreReader(YamlMapping scores, MissingScoresReader missing)
{
    public ChoiceScoreReader Of(YamlMapping inner) => new(inner, missing);

    /// <summary>A score of the scale for each option.</summary>
    public CodeScores? Scores(Variable variable, IReadOnlyList<Option> options) => Each(variable, options, missing.OnScale);

    /// <summary>The same, where an option may leave the indicator out, as what does not apply: <c>{ not_needed: exclude, none: 0, all: 100
    /// }</c>. Some option has a score.</summary>
    public CodeScores? ScoresOrExclusions(Variable variable, IReadOnlyList<Option> options)
    {
        var read = Each(variable, options, node => MissingScoresReader.IsExclude(node) ? CodeScores.Excluded : missing.OnScale(node));
        if (read is { All.Count: 0 })
        {
            scores.Report("code-without-score", $"Every option of '{variable.Id}' is left out. Give at least one a score.");
            return null;
        }

        return read;
    }

    /// <param name="read">Reports what is wrong with a number, and then gives none.</param>
    /// <returns>Null when an option has no number.</returns>
    public CodeScores? Each(Variable variable, IReadOnlyList<Option> options, Func<YamlNode, double?> read)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (code, node) in scores.Entries)
        {
            if (!options.Any(option => option.Code == code.Value))
            {
                code.Report(
                    "unknown-code",
                    $"'{variable.Id}' has no option '{code.Value}'. It has: "
                        + $"{string.Join(", ", options.Select(option => option.Code))}."
                );
            }
            else if (read(node) is { } number)
            {
                numbers[code.Value] = number;
            }
        }

        var without = options.Select(option => option.Code).Where(code => !scores.Entries.Any(entry => entry.Key.Value == code)).ToArray();
        if (without.Length > 0)
        {
            scores.Report(
                "code-without-score",
                $"These options of '{variable.Id}' have no score: {string.Join(", ", without)}. Give " + "each one."
            );
        }

        return numbers.Count == options.Count
            ? new([.. options.Select(option => option.Code)], [.. options.Select(option => numbers[option.Code])])
            : null;
    }
}
