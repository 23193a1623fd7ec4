using System.Diagnostics;
using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>How one kind of result is written.</summary>
/// <param name="Plain">Lines for people, without the word that all is synthetic.</param>
internal sealed record ResultWriting<T>(
    Func<T, Language, byte[]> Csv,
    Func<T, Language, string> Json,
    Action<StringBuilder, T, Language> Plain
)
    where T : Result
{
    public string Of(T result, ResultFormat format, Language language) =>
        format switch
        {
            ResultFormat.Csv => Encoding.UTF8.GetString(Csv(result, language)),
            ResultFormat.Json => Json(result, language) + Environment.NewLine,
            ResultFormat.Table => Lines(result, language),
            _ => throw new UnreachableException(),
        };

    private string Lines(T result, Language language)
    {
        var lines = new StringBuilder();
        if (result.Study.Synthetic)
        {
            lines.AppendLine("All companies and all their answers are SYNTHETIC.");
        }

        Plain(lines, result, language);
        return lines.ToString();
    }
}
