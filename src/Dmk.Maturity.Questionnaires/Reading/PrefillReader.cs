using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads <c>prefill:</c> and looks whether the question can take what the frame knows.</summary>
/// <param name="Field">The frame's field, or null.</param>
/// <param name="Node">Where it stands.</param>
internal sealed record PrefillReader(FrameField? Field, YamlNode? Node, Classifications Classifications)
{
    private static readonly Dictionary<string, FrameField> _fields = Enum.GetValues<FrameField>()
        .ToDictionary(Prefill.KeyOf, StringComparer.Ordinal);

    public static PrefillReader Read(YamlMapping question, Classifications classifications, bool isInner)
    {
        var node = question.Optional("prefill");
        if (isInner)
        {
            node?.Report("prefill-mismatch", "The frame knows nothing about the items of a roster. Remove 'prefill'.");
        }

        return new(node?.AsChoice(_fields), node, classifications);
    }

    public void Check(Question question)
    {
        switch (Field, question)
        {
            case (null, _) or (FrameField.Persons, Question.Numeric):
                break;
            case (FrameField.Persons, _):
                Node!.Report("prefill-mismatch", "The frame's persons are a number: only a question for a number can begin with them.");
                break;
            case (FrameField.Wz, Question.CodeSearch search) when Sectors.SectionsOf(Classifications, search.Classification) is not null:
                break;
            case (FrameField.Wz, _):
                Node!.Report("prefill-mismatch", "The frame's wz is a code of the WZ: only a codeSearch over a WZ can begin with it.");
                break;
            case (_, Question.Single single):
                CheckCodes(single.Options);
                break;
            case (_, Question.CodeSearch search):
                CheckCodes(search.Options);
                break;
            case (
                _,
                Question.Multiple
                    or Question.Grid
                    or Question.Numeric
                    or Question.SumGroup
                    or Question.FreeText
                    or Question.Date
                    or Question.Period
                    or Question.Roster
                    or Question.Note
            ):
                Node!.Report(
                    "prefill-mismatch",
                    $"The frame's {Word} is a code: only a question of type single or codeSearch can begin with it."
                );
                break;
            default:
                throw new UnreachableException(question.GetType().Name);
        }
    }

    private string Word => Prefill.KeyOf(Field!.Value);

    private void CheckCodes(IReadOnlyList<Option> options)
    {
        var list = Field == FrameField.Size ? "size-class" : Word;
        var codes = options.Select(option => option.Code).ToHashSet(StringComparer.Ordinal);
        if (
            Classifications.Find(list) is { } classification
            && classification.Entries.FirstOrDefault(entry => !codes.Contains(entry.Code)) is { } lacking
        )
        {
            Node!.Report(
                "prefill-mismatch",
                $"The frame's {Word} is a code of '{list}', and this question has no option "
                    + $"'{lacking.Code}'. Use 'codelist: {list}', or remove 'prefill'."
            );
        }
    }
}
