using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("TableFile"), Description("A table as a file, the same one that its page offers.")]
internal sealed class TableFileView(Result.Table result, Language language)
{
    [Description("A name for it.")]
    public string Name => TableCsv.FileName(result);

    [Description("As in Content-Type.")]
    public string MediaType { get; } = TableCsv.MediaType;

    [Description("Its content: one line per cell, decimal point; withheld cells have empty numbers and say why."), Cost(200)]
    public string Text => Encoding.UTF8.GetString(TableCsv.Of(result, language)).TrimStart('\uFEFF');
}
