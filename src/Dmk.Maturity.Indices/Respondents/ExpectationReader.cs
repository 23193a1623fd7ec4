using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads what an author expects of a respondent. Every name is looked up at once, so that a slip is told where it stands and no
/// test passes by it.</summary>
internal sealed class ExpectationReader(TestedForm form)
{
    private const string None = "none";

    private readonly List<Expectation> _all = [];
    private readonly FormNames _names = new(form.Questionnaire);

    public IReadOnlyList<Expectation> Read(YamlMapping respondent)
    {
        Asked(respondent.Optional("asks"), expected: true);
        Asked(respondent.Optional("doesNotAsk"), expected: false);
        Fires(respondent.Optional("fires"), expected: true);
        Fires(respondent.Optional("doesNotFire"), expected: false);
        Problems(respondent.Optional("problems"));
        Scores(respondent.Optional("scores"));
        Computed(respondent.Optional("computed"));
        Submits(respondent.Optional("submits"));
        return [.. _all.OrderBy(one => one.Place.Line).ThenBy(one => one.Place.Column)];
    }

    private void Asked(YamlNode? list, bool expected)
    {
        foreach (var item in list?.AsList()?.Items ?? [])
        {
            if (item.AsString() is { } name && _names.Find(name, item) is { } place)
            {
                _all.Add(
                    new(
                        item.Place,
                        outcome =>
                            place.IsAsked(outcome.Interview) == expected ? null
                            : expected ? $"expected that '{name}' is asked, but it is not{place.Because}."
                            : $"expected that '{name}' is not asked, but it is{place.Because}."
                    )
                );
            }
        }
    }

    private void Fires(YamlNode? list, bool expected)
    {
        var checks = form.Questionnaire.Checks;
        foreach (var item in list?.AsList()?.Items ?? [])
        {
            if (item.AsString() is not { } written)
            {
                continue;
            }

            var id = FormNames.WithItem(written);
            if (checks.FirstOrDefault(one => one.Id == id || id.StartsWith(one.Id + "[", StringComparison.Ordinal)) is not { } check)
            {
                Unknown(item, "check", written, checks.Select(one => one.Id));
                continue;
            }

            _all.Add(
                new(
                    item.Place,
                    outcome =>
                        outcome.Interview.Fired.Any(fired => fired.Id == id || fired.Check.Id == id) == expected ? null
                        : expected ? $"expected that the check '{written}' fires, but it does not (it must hold: {check.Must.Source})."
                        : $"expected that the check '{written}' does not fire, but it does (it must hold: {check.Must.Source})."
                )
            );
        }
    }

    /// <summary>All mistakes that forbid submission: those named and no others.</summary>
    private void Problems(YamlNode? node)
    {
        if (node?.AsMapping() is not { } mapping)
        {
            return;
        }

        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Entries)
        {
            if (_names.Find(key.Value, key) is not null && value.AsString() is { } code)
            {
                expected[FormNames.WithItem(key.Value)] = code;
            }
        }

        _all.Add(
            new(
                mapping.Place,
                outcome =>
                {
                    string[] found = [.. outcome.Interview.Problems.Select(problem => $"{problem.Variable}: {problem.Code}")];
                    string[] wanted = [.. expected.Select(one => $"{one.Key}: {one.Value}")];
                    return found.ToHashSet(StringComparer.Ordinal).SetEquals(wanted)
                        ? null
                        : $"expected the problems {Listed(wanted)}, but there are {Listed(found)}.";
                }
            )
        );
    }

    private void Scores(YamlNode? node)
    {
        foreach (var (key, value) in node?.AsMapping()?.Entries ?? [])
        {
            if (Node(key) is var (model, found) && Number(value) is { } expected)
            {
                Equal(value.Place, $"the score '{key.Value}'", expected, outcome => outcome.Score(model, found));
            }
        }
    }

    /// <summary>An index by its id, or a node of one. Where several have it, that of the model beside the questionnaire is meant, else
    /// <c>index/node</c> says which.</summary>
    private (IndexModel, IndexNode)? Node(YamlScalar key)
    {
        var found = form
            .Models.SelectMany(model => model.Nodes.Select(node => (Model: model, Node: node)))
            .Where(one => key.Value == $"{one.Model.Id}/{one.Node.Id}" || key.Value == (one.Node.Depth == 0 ? one.Model.Id : one.Node.Id))
            .ToList();
        var own = found.Where(one => found.Count == 1 || one.Model == form.Own).ToList();
        if (own.Count == 1)
        {
            return own[0];
        }

        if (found.Count == 0)
        {
            Unknown(
                key,
                "index or node of one",
                key.Value,
                form.Models.SelectMany(model => model.Nodes.Select(node => node.Depth == 0 ? model.Id : node.Id))
            );
        }
        else
        {
            var all = string.Join(", ", found.Select(one => $"{one.Model.Id}/{one.Node.Id}"));
            key.Report("unknown-name", $"Several index models have '{key.Value}'. Write which one: {all}.");
        }

        return null;
    }

    private void Computed(YamlNode? node)
    {
        foreach (var (key, value) in node?.AsMapping()?.Entries ?? [])
        {
            if (form.Questionnaire.Computed.All(computed => computed.Id != key.Value))
            {
                Unknown(key, "computed value", key.Value, form.Questionnaire.Computed.Select(computed => computed.Id));
            }
            else if (form.Questionnaire.Computed.First(computed => computed.Id == key.Value).Value.Kind != ExpressionKind.Number)
            {
                SaysOf(key.Value, value);
            }
            else if (Number(value) is { } expected)
            {
                Equal(
                    value.Place,
                    $"'{key.Value}'",
                    expected,
                    outcome => (double?)outcome.Interview.ComputedNumber(key.Value) ?? double.NaN
                );
            }
        }
    }

    /// <summary>A computed truth, text, code or day.</summary>
    private void SaysOf(string computed, YamlNode value)
    {
        if (value.AsString() is not { } expected)
        {
            return;
        }

        var isTruth = form.Questionnaire.Computed.First(one => one.Id == computed).Value.Kind == ExpressionKind.Truth;
        _all.Add(
            new(
                value.Place,
                outcome =>
                    (
                        outcome.Interview.Computed(computed) switch
                        {
                            Answer.Number number when isTruth => number.Value == 1 ? "true" : "false",
                            Answer.Number number => Expected.Written((double)number.Value),
                            Answer.Coded coded => coded.Code,
                            Answer.Words words => words.Value,
                            Answer.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                            Answer.Missing => None,
                            Answer.CodedSet or Answer.Period or Answer.Items => "?",
                            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
                        }
                    )
                        is var found
                    && found == expected
                        ? null
                        : $"expected {expected} for '{computed}', but it is {found}."
            )
        );
    }

    private void Submits(YamlNode? node)
    {
        if (node?.AsTruth() is { } expected)
        {
            _all.Add(
                new(
                    node.Place,
                    outcome =>
                        outcome.Submits == expected ? null
                        : expected ? $"expected that it can be submitted, but {Obstacles(outcome)}."
                        : "expected that it cannot be submitted, but nothing forbids it."
                )
            );
        }
    }

    private static string Obstacles(Outcome outcome) =>
        string.Join(
            ", ",
            outcome
                .Interview.Problems.Select(problem => $"'{problem.Variable}' has the problem {problem.Code}")
                .Concat(
                    outcome
                        .Interview.Fired.Where(fired => fired.Check.Level == CheckLevel.Hard)
                        .Select(fired => $"the hard check '{fired.Id}' fires")
                )
        );

    private void Equal(FilePosition place, string what, Expected expected, Func<Outcome, double> found) =>
        _all.Add(
            new(
                place,
                outcome =>
                    found(outcome) is var value && expected.Holds(value)
                        ? null
                        : $"expected {expected} for {what}, but it is {Expected.Written(value)}."
            )
        );

    private static Expected? Number(YamlNode value)
    {
        if (value is YamlScalar { Value: None })
        {
            return new(null);
        }

        return value.AsDecimal() is { } number ? new Expected(number) : null;
    }

    private static void Unknown(YamlNode node, string what, string name, IEnumerable<string> known)
    {
        var near = NearMiss.Of(name, known);
        node.Report("unknown-name", $"There is no {what} '{name}'.{(near is null ? "" : $" Did you mean '{near}'?")}");
    }

    private static string Listed(string[] all) => all.Length == 0 ? "none" : $"{{ {string.Join(", ", all)} }}";

    /// <summary>A number as exact as it is written, or none.</summary>
    private sealed record Expected(decimal? Number)
    {
        /// <summary>Scores are binary numbers: what lies in the middle of two written ones on paper may end a hair beside it.</summary>
        private const double Hair = 1e-9;

        public bool Holds(double found) =>
            Number is { } number ? Math.Abs(found - (double)number) <= 0.5 * Math.Pow(10, -number.Scale) + Hair : double.IsNaN(found);

        public static string Written(double value) =>
            double.IsNaN(value) ? $"missing ({None})" : value.ToString("0.####", CultureInfo.InvariantCulture);

        public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? $"nothing ({None})";
    }
}
