using YamlDotNet.Core;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The file that nodes stand in and the list that their mistakes go to.</summary>
internal sealed record YamlSource(string File, string Yaml)
{
    /// <summary>Where mistakes go.</summary>
    public required ICollection<Problem> Problems { get; set; }

    /// <summary>The languages in which its texts are written; both unless it says otherwise.</summary>
    public IReadOnlyList<Language> Languages { get; set; } = [Language.German, Language.English];

    /// <summary>Lists of keys that mappings have done with, for those that are read next: a large file has tens of thousands.</summary>
    public Stack<List<string>> SpareLists { get; } = [];

    public FilePosition At(Mark mark) => new(File, (int)mark.Line, (int)mark.Column);

    public void Report(Mark mark, string code, string message) => Problems.Add(new(At(mark), code, message));

    /// <summary>Of something that was reported a moment ago: it is looked for from the end on.</summary>
    public void TakeBack(Problem told)
    {
        if (Problems is List<Problem> list && list.LastIndexOf(told) is >= 0 and var place)
        {
            list.RemoveAt(place);
        }
    }
}
