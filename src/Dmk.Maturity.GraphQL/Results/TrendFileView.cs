using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("TrendFile"), Description("A trend as a file.")]
internal sealed class TrendFileView(Result.Trend result, Language language)
{
    [Description("A name for it.")]
    public string Name => TrendCsv.FileName(result);

    [Description("As in Content-Type.")]
    public string MediaType { get; } = TableCsv.MediaType;

    [Description("Its content: one line per wave and cell, decimal point; what is withheld is empty."), Cost(200)]
    public string Text => Encoding.UTF8.GetString(TrendCsv.Of(result, language)).TrimStart('\uFEFF');
}
