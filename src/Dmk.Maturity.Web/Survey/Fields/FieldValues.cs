using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>What stands in the fields of a form, as text: filled from stored answers, or as it was posted.</summary>
public sealed class FieldValues
{
    private readonly Dictionary<string, IReadOnlyList<string>> _byName;

    private FieldValues(Dictionary<string, IReadOnlyList<string>> byName) => _byName = byName;

    /// <summary>As a browser sent them, so that nothing typed is lost when a page comes back with errors.</summary>
    public static FieldValues Posted(IFormCollection form) =>
        new(
            form.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.OfType<string>()], StringComparer.Ordinal)
        );

    /// <summary>Stored answers in the writing of a language. The opposite of <see cref="PostedAnswers.Read"/>.</summary>
    public static FieldValues Of(IEnumerable<Variable> variables, Answers answers, Language language)
    {
        var byName = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            switch (answers[variable.Id])
            {
                case Answer.Coded coded when IsOffered(variable, coded.Code):
                    byName[variable.Id] = [coded.Code];
                    break;
                case Answer.CodedSet set:
                    byName[variable.Id] = [.. set.Codes.Where(code => IsOffered(variable, code))];
                    break;
                case Answer.Number number:
                    byName[variable.Id] = [TypedNumber.WriteToField(number.Value, language)];
                    break;
                case Answer.Words words:
                    // "Please specify" has one line, and a browser drops the ends of others.
                    byName[variable.Id] = [variable.Specify is null ? words.Value : OneLine(words.Value)];
                    break;
                case Answer.Day day:
                    FillDay(byName, variable.Id, day.Value);
                    break;
                case Answer.Period period:
                    FillDay(byName, FieldNames.Begin(variable.Id), period.From);
                    FillDay(byName, FieldNames.End(variable.Id), period.To);
                    break;
                case Answer.Missing { Reason: MissingReason.DontKnow or MissingReason.Refused or MissingReason.NotApplicable } missing
                    when variable.Question.Missing.Contains(missing.Reason):
                    var name = variable.Question is Question.Single or Question.Multiple or Question.Grid or Question.CodeSearch
                        ? variable.Id
                        : FieldNames.ReasonField(variable.QuestionId);
                    byName[name] = [FieldNames.Reason(missing.Reason)];
                    break;
                case Answer.Items { Ids.Count: 0 }:
                    byName[FieldNames.NoItems(variable.Id)] = ["none"];
                    break;
                case Answer.Items items:
                    byName[FieldNames.Items(variable.Id)] = items.Ids;
                    break;
                case Answer.Coded or Answer.Missing:
                    break;
                default:
                    throw new UnreachableException(answers[variable.Id].GetType().Name);
            }
        }

        return new(byName);
    }

    /// <summary>These in the fields of some variables, where a box that was not sent is not ticked, and the others in all other
    /// fields.</summary>
    public FieldValues Over(FieldValues others, IReadOnlySet<string> variables) =>
        new(
            _byName
                .Where(one => variables.Contains(VariableOf(one.Key)))
                .Concat(others._byName.Where(one => !variables.Contains(VariableOf(one.Key))))
                .ToDictionary(StringComparer.Ordinal)
        );

    /// <summary>With the words that codes were searched by, as they were typed on another page.</summary>
    public FieldValues WithSearches(FieldValues typed) =>
        new(
            _byName
                .Where(one => !IsSearch(one.Key))
                .Concat(typed._byName.Where(one => IsSearch(one.Key)))
                .ToDictionary(StringComparer.Ordinal)
        );

    /// <summary>Variables whose search field holds other words than those whose hits the page showed.</summary>
    public IEnumerable<string> OpenSearches =>
        _byName
            .Keys.Where(IsSearch)
            .Select(VariableOf)
            .Where(variable => Text(FieldNames.Search(variable)) is { Length: > 0 } typed && typed != Text(FieldNames.Searched(variable)));

    private static bool IsSearch(string name) => name.EndsWith(FieldNames.SearchEnding, StringComparison.Ordinal);

    /// <summary>All that stands in the fields of a variable, in one line.</summary>
    public string Typed(string variable) =>
        string.Join(
            '\n',
            _byName
                .Where(one => one.Key == variable || one.Key.StartsWith(variable + "!", StringComparison.Ordinal))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .SelectMany(one => one.Value)
        );

    /// <summary>The text of a field, without blanks around it; empty where there is none.</summary>
    public string Text(string name) => _byName.GetValueOrDefault(name) is [var first, ..] ? first.Trim() : "";

    public IReadOnlyList<string> All(string name) => _byName.GetValueOrDefault(name) ?? [];

    public bool Has(string name, string value) => All(name).Contains(value, StringComparer.Ordinal);

    private static void FillDay(Dictionary<string, IReadOnlyList<string>> byName, string day, DateOnly value)
    {
        byName[FieldNames.Day(day)] = [value.Day.ToString(CultureInfo.InvariantCulture)];
        byName[FieldNames.Month(day)] = [value.Month.ToString(CultureInfo.InvariantCulture)];
        byName[FieldNames.Year(day)] = [value.Year.ToString(CultureInfo.InvariantCulture)];
    }

    private static string VariableOf(string name) => name.Split('!')[0];

    private static bool IsOffered(Variable variable, string code) => variable.Question.Choices.Any(option => option.Code == code);

    private static string OneLine(string words) => LineEnds.Normalised(words).Replace('\n', ' ');
}
