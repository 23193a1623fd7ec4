using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("ModelledCell"), Description("A cell with a value from a model beside its direct figure.")]
internal sealed class ModelledCellView(ModelledCell cell, IReadOnlyList<ReportingVariable> by, CodeNames names, Language language)
{
    [Description("The direct figure, past disclosure control.")]
    public CellView Direct => new(cell.Direct, by, names, language);

    [Description("From the model: between the direct figure and what is predicted, or predicted alone. In points of the index.")]
    public double Modelled => cell.Modelled;

    [Description("After Prasad and Rao; without a direct figure that of a prediction.")]
    public double? RootMeanSquaredError => cell.RootMeanSquaredError.OrNull;

    [Description("How much the direct figure counts in it, 0 to 1.")]
    public double Shrinkage => cell.Shrinkage;
}
