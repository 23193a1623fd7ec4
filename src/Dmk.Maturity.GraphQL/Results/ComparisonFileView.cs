using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("ComparisonFile"), Description("A comparison of the Länder as a file.")]
internal sealed class ComparisonFileView(Result.Comparison result, Language language)
{
    [Description("A name for it.")]
    public string Name => ComparisonCsv.FileName(result);

    [Description("As in Content-Type.")]
    public string MediaType { get; } = TableCsv.MediaType;

    [Description("Its content: one line per Land, decimal point; what is withheld is empty."), Cost(200)]
    public string Text => Encoding.UTF8.GetString(ComparisonCsv.Of(result, language)).TrimStart('\uFEFF');
}
