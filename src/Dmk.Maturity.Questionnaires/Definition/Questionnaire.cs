using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A questionnaire version: what is asked, of whom, and what must hold. Immutable; its hash names its content.</summary>
public sealed class Questionnaire
{
    private readonly FrozenDictionary<string, Variable> _variables;
    private readonly FrozenDictionary<string, Question> _questions;

    internal Questionnaire(
        IReadOnlyList<Section> sections,
        IReadOnlyList<Variable> variables,
        IReadOnlyList<Computed> computed,
        IReadOnlyList<Check> checks,
        Bindings bindings
    )
    {
        (Sections, Variables, Computed, Checks, Bindings) = (sections, variables, computed, checks, bindings);
        _variables = variables.ToFrozenDictionary(variable => variable.Id, StringComparer.Ordinal);
        _questions = sections
            .SelectMany(section => section.Questions)
            .SelectMany(question => question is Question.Roster roster ? roster.Questions.Prepend(question) : [question])
            .ToFrozenDictionary(question => question.Id, StringComparer.Ordinal);
    }

    public required string Id { get; init; }

    /// <summary>Semantic version, as in 1.0.0.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 over the file's text (line ends normalised to LF), lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The file's text, as published and stored.</summary>
    public required string Source { get; init; }

    /// <summary>In which its texts are written. A text of one language stands for the other as well.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    public required Text Title { get; init; }

    public Text? Intro { get; init; }

    public IReadOnlyList<Section> Sections { get; }

    /// <summary>In the order in which they are asked; a roster has one here, which holds its items.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Computed> Computed { get; }

    /// <summary>Section by section, at the end those of the whole questionnaire.</summary>
    public IReadOnlyList<Check> Checks { get; }

    /// <summary>What its expressions and texts read beside the answers.</summary>
    public IReadOnlyList<Fact> Facts => Bindings.Facts;

    internal Bindings Bindings { get; }

    internal Names Names => Bindings.Names;

    internal SlotLayout Layout => Bindings.Layout;

    /// <summary>By id, as in <c>ai_use</c>, <c>skills.training</c> or, of an item of a roster, <c>sites[k3f9x2].persons</c>. Any
    /// well-formed item id has its
    /// variables; whether the item is listed is another question.</summary>
    /// <returns>Null when there is none of this id.</returns>
    public Variable? Variable(string id) => _variables.GetValueOrDefault(id) ?? OfItem(id);

    /// <summary>The variables of a roster as they are called within it, the same for every item; <see cref="ItemId.Variable"/> names
    /// those of an item.</summary>
    public IReadOnlyList<Variable> VariablesOf(Question.Roster roster) => Bindings.Templates.GetValueOrDefault(roster.Id) ?? [];

    /// <returns>Null when there is none of this id.</returns>
    public Question? Question(string id) => _questions.GetValueOrDefault(id);

    /// <summary>Whether this answer is possible for this variable at all: known variable, right type, known option, offered reason,
    /// constant bounds, length. Bounds that depend on other answers are checked by <see cref="Interview"/>.</summary>
    /// <returns>Null when it is possible.</returns>
    public AnswerProblem? Validate(string variable, Answer answer) =>
        Variable(variable) is { } known
            ? PossibleAnswer.Check(known, answer)
            : new(variable, "unknownVariable", AnswerMessages.UnknownVariable);

    /// <summary>Whether it reads the day on which answers are given.</summary>
    public bool ReadsToday => Facts.Any(fact => fact.Variable is null);

    /// <returns>Null when it reads no fact of this id.</returns>
    public Fact? Fact(string id) => Facts.FirstOrDefault(fact => fact.Id == id);

    /// <returns>The variable's place in <see cref="Variables"/>, or -1.</returns>
    internal int IndexOf(string id) => _variables.TryGetValue(id, out var variable) ? variable.Index : -1;

    private Variable? OfItem(string id)
    {
        if (
            Bindings.Templates.Count == 0
            || !ItemId.TrySplit(id, out var rosterId, out var item, out var template)
            || !Bindings.Templates.TryGetValue(rosterId.ToString(), out var templates)
        )
        {
            return null;
        }

        foreach (var variable in templates)
        {
            if (template.SequenceEqual(variable.Id))
            {
                return variable with { Id = id, Item = item.ToString() };
            }
        }

        return null;
    }
}
