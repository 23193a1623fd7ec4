using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A questionnaire version: what is asked, of whom, and what must hold. Immutable; its hash names its content.</summary>
public sealed class Questionnaire
{
    private readonly FrozenDictionary<string, Variable> _variables;
    private readonly FrozenDictionary<string, Question> _questions;

    internal Questionnaire(IReadOnlyList<Section> sections, IReadOnlyList<Variable> variables, IReadOnlyList<Computed> computed, Names names)
    {
        (Sections, Variables, Computed, Names) = (sections, variables, computed, names);
        _variables = variables.ToFrozenDictionary(variable => variable.Id, StringComparer.Ordinal);
        _questions = sections.SelectMany(section => section.Questions).ToFrozenDictionary(question => question.Id, StringComparer.Ordinal);
        Routing = new(this);
    }

    public required string Id { get; init; }

    /// <summary>Semantic version, as in 1.0.0.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 over the file's text (line ends normalised to LF), lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The file's text, as published and stored.</summary>
    public required string Source { get; init; }

    public required Text Title { get; init; }

    public Text? Intro { get; init; }

    public IReadOnlyList<Section> Sections { get; }

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Computed> Computed { get; }

    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>The variables within each roster, by its id.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<Variable>> Templates { get; init; } = FrozenDictionary<string, IReadOnlyList<Variable>>.Empty;

    /// <summary>What expressions over this questionnaire can name.</summary>
    internal Names Names { get; }

    internal Routing Routing { get; }

    /// <summary>By id, as in <c>ai_use</c>, <c>skills.training</c> or, of an item of a roster, <c>sites[k3f9x2].persons</c>. Any well-formed item id has its
    /// variables; whether the item is listed is another question.</summary>
    /// <returns>Null when there is none of this id.</returns>
    public Variable? Variable(string id) => _variables.GetValueOrDefault(id);

    /// <summary>The variables of a roster as they are called within it, the same for every item; <see cref="ItemId.Variable"/> names those of an item.</summary>
    public IReadOnlyList<Variable> VariablesOf(Question.Roster roster) => Templates.GetValueOrDefault(roster.Id) ?? [];

    /// <returns>Null when there is none of this id.</returns>
    public Question? Question(string id) => _questions.GetValueOrDefault(id);

    public static Reading<Questionnaire> Read(string path, Classifications classifications)
    {
        var problems = new List<Problem>();
        return YamlFile.Text(path, problems) is { } yaml ? Parse(yaml, path, classifications) : new(null, problems);
    }

    /// <param name="file">The name that problems show.</param>
    public static Reading<Questionnaire> Parse(string yaml, string file, Classifications classifications)
    {
        var problems = new List<Problem>();
        var source = yaml.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var questionnaire = YamlFile.Parse(source, file, problems) is { } root
            ? new QuestionnaireReader(root, classifications, problems).Read(source, HashOf(source))
            : null;
        return new(problems.Exists(problem => problem.Severity == Severity.Error) ? null : questionnaire, problems);
    }

    /// <summary>Whether this answer is possible for this variable at all: known variable, right type, known option, offered reason,
    /// constant bounds, length. Bounds that depend on other answers are checked by <see cref="Interview"/>.</summary>
    /// <returns>Null when it is possible.</returns>
    public AnswerProblem? Validate(string variable, Answer answer) =>
        Variable(variable) is { } known ? PossibleAnswer.Check(known, answer) : new(variable, "unknownVariable", AnswerMessages.UnknownVariable);

    private static string HashOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)));
}
