namespace Dmk.Maturity.Questionnaires;

/// <summary>The conditions of options and rows, remembered until all names are known.</summary>
internal sealed class PartConditions
{
    private readonly Dictionary<object, PartCondition> _of = new(ReferenceEqualityComparer.Instance);

    /// <param name="part">An option or a row.</param>
    /// <param name="when">As written, or null.</param>
    public void Note(object? part, YamlScalar? when)
    {
        if (part is not null && when is not null)
        {
            _of[part] = new(when.Value, when.PlaceAt, when);
        }
    }

    /// <summary>An option or row that stands there because another question's option is ticked.</summary>
    public void NoteTicked(object part, string code, YamlScalar question) =>
        _of[part] = new($"'{code}' in {question.Value}", _ => question.Place, question);

    /// <returns>Null where it is always there.</returns>
    public PartCondition? Find(object part) => _of.GetValueOrDefault(part);
}

/// <summary>A condition that is not read yet.</summary>
/// <param name="Node">Where problems of the whole are reported.</param>
internal sealed record PartCondition(string Source, Func<int, FilePosition> PlaceAt, YamlNode Node);
