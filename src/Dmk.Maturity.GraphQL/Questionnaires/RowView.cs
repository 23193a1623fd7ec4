using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Row"), Description("A row of a grid, or a part of a sum group. Its variable is question.row.")]
internal sealed class RowView(Row row, Language language)
{
    [Id, Description("Unique within the question.")]
    public string Id => row.Id;

    [Description("What a company reads.")]
    public string Label => row.Label.In(language);
}
