using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Sensitivity"), Description("How the ranks of the Länder hang on the weights of an index.")]
internal sealed class SensitivityView(Result.Sensitivity result, Language language, CodeNames names)
{
    private static readonly Text _method = new(
        "Gewichte der Dimensionen aus einer Dirichlet-Verteilung um die genannten, so viele wie Dimensionen; Ränge der Mittel der Länder",
        "Weights of the dimensions from a Dirichlet distribution around those named, with as many as there are dimensions; ranks of the "
            + "Länder's means"
    );

    [Description("The index.")]
    public IndexView Index => new(result.Figures.Model, language);

    [Description("Weightings that were tried.")]
    public int Draws => result.Figures.Draws;

    [Description("How they were drawn, in words.")]
    public string Method => _method.In(language);

    [Description("The Länder that are shown, in the order of their classification."), ListSize(16)]
    public IEnumerable<LandSensitivityView> Laender =>
        result.Figures.Laender.Select(land => new LandSensitivityView(land, names.Of(result.Study.Design.Land, land.Land)));

    [
        Description(
            "The Länder that have no figure under other weights here, in that order. Ranks leave them out: they are no ranks of all Länder."
        ),
        ListSize(16)
    ]
    public IEnumerable<CodeView> Unranked => result.Figures.Unranked.Select(land => names.Of(result.Study.Design.Land, land));

    [Description("What the figures under the weights around which others were tried were made from.")]
    public ProvenanceView Provenance => new(result.Declared, language);

    [Description("The state of the data.")]
    public MadeFrom MadeFrom => new(result.Data, result.Study.Synthetic);
}
