using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Tables of made-up figures that have passed the gate as an economist's do.</summary>
internal static class SmallTable
{
    private static readonly string _folder = Path.Combine(RepositoryFiles.Root, "questionnaires");
    public static Questionnaire Pilot { get; } =
        Questionnaire
            .Read(Path.Combine(_folder, "pilotstudie-wirtschaft", "questionnaire.yaml"), RepositoryFiles.Classifications)
            .OrThrow();

    public static StudyDesign Design { get; } =
        StudyDesign
            .Parse(
                File.ReadAllText(Path.Combine(_folder, "pilotstudie-wirtschaft", "study.yaml")),
                "study.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow();

    /// <summary>To 100.</summary>
    public static IndexModel Maturity { get; } = Model("pilotstudie-wirtschaft");

    /// <summary>To 12.</summary>
    public static IndexModel Intensity { get; } = Model("eurostat-dii");

    /// <summary>By Land, in the order of the cells.</summary>
    public static IndexTable Of(IndexModel model, TableBasis basis, RawCell total, params RawCell[] cells) =>
        Of(model, basis, Shown(model, total), [.. cells.Select(cell => Shown(model, cell))]);

    public static IndexTable Of(IndexModel model, TableBasis basis, PublishedFigure total, params PublishedFigure[] figures)
    {
        var by = Design.Lattice[0];
        return new()
        {
            Design = Design,
            Model = model,
            Node = model.Nodes[0],
            By = by,
            Filter = [],
            Basis = basis,
            Total = new([], total, null),
            Cells = [.. figures.Select((figure, place) => new IndexCell([by[0].PossibleCodes[place]], figure, null))],
        };
    }

    /// <summary>The total alone.</summary>
    public static IndexTable PerPerson(IndexModel model, TableBasis basis, RawCell total) =>
        new()
        {
            Design = Design,
            Model = model,
            Node = model.Nodes[0],
            By = [],
            Filter = [],
            Measure = new NodeMeasure.PerPerson(),
            Basis = basis,
            Total = new([], Shown(model, total), null),
            Cells = [],
        };

    public static RawCell Cell(double value, double lower, double upper, long respondents = 100) =>
        new([null], 1_000, new(value, (upper - lower) / 4, lower, upper, 0.95, respondents, 80, 1.2, 60, 1_000));

    public static PublishedFigure Shown(IndexModel model, RawCell cell) => Gate(model).Protect([cell], [null])[0];

    public static PublishedFigure Withheld(CellStatus why) => Gate(Maturity).Protect([Cell(50, 45, 55)], [why])[0];

    public static TableBasis Basis(long answered, long companies) => new(answered, companies, new Dictionary<string, int>());

    private static Gate Gate(IndexModel model) =>
        new(Design.Confidentiality, new(Role.Economist, null, "test"), (model.ScaleFrom, model.ScaleTo));

    private static IndexModel Model(string name) => IndexModel.Read(Path.Combine(_folder, name, "index.yaml"), Pilot).OrThrow();
}
