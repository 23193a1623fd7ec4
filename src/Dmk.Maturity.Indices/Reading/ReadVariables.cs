using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Which variables of a questionnaire an expression reads, also through computed values.</summary>
internal sealed class ReadVariables(Questionnaire questionnaire, List<Problem> problems)
{
    /// <returns>Null when it is broken or gives neither a number nor a truth; the problems say where.</returns>
    public Expression? Parse(YamlScalar scalar)
    {
        var reading = Expression.Parse(scalar, questionnaire);
        problems.AddRange(reading.Problems);
        if (reading.Value is null or { Kind: ExpressionKind.Number or ExpressionKind.Truth })
        {
            return reading.Value;
        }

        scalar.Report(
            "not-a-number",
            $"A value must be a number or a condition, but '{reading.Value.Source}' is neither. To score "
                + "codes, use question: and score:."
        );
        return null;
    }

    /// <summary>In the order of the expression, each once.</summary>
    public IReadOnlyList<Variable> Of(Expression expression)
    {
        var found = new List<Variable>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(expression.Reads.Reverse());
        while (open.TryPop(out var name))
        {
            if (!seen.Add(name))
            {
                continue;
            }

            var variables = questionnaire.Variables.Where(variable => variable.Id == name || variable.Question.Id == name).ToArray();
            found.AddRange(variables.Where(variable => !found.Contains(variable)));
            foreach (
                var read in questionnaire
                    .Computed.Where(computed => computed.Id == name)
                    .SelectMany(computed => computed.Value.Reads.Reverse())
            )
            {
                open.Push(read);
            }
        }

        return found;
    }
}
