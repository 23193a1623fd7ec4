namespace Dmk.Maturity.Statistics.Tests;

/// <summary>The California schools as columns (see reference/README.md).</summary>
internal sealed class SchoolSample
{
    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _rows;
    private readonly bool _isCorrected;
    private readonly LonelyUnit _lonely;

    public SchoolSample(string data, bool isCorrected, LonelyUnit lonely) =>
        (_rows, _isCorrected, _lonely) = (Reference.Rows($"schools-apistrat{data}.csv"), isCorrected, lonely);

    public SampleDesign Design
    {
        get
        {
            var strata = _rows.Select(row => row["stype"]).Distinct().ToList();
            return SampleDesign.Of(
                Numbers("pw"),
                [.. _rows.Select(row => strata.IndexOf(row["stype"]))],
                _isCorrected ? [.. strata.Select(stratum => _rows.First(row => row["stype"] == stratum).Number("fpc"))] : null,
                _lonely
            );
        }
    }

    public double[] Numbers(string column) => [.. _rows.Select(row => row.Number(column))];

    public double[] IsOne(string column, string value) => [.. _rows.Select(row => row[column] == value ? 1.0 : 0.0)];

    public CalibrationTerm[] Margins =>
        [Categories("stype", ("E", 4421), ("H", 755), ("M", 1018)), Categories("sch.wide", ("No", 1072), ("Yes", 5122))];

    /// <param name="by">Columns joined by +; empty for all.</param>
    public int[] Domain(string by, string name) =>
        [.. Enumerable.Range(0, _rows.Count).Where(row => string.Join('.', by.Split('+').Select(column => _rows[row][column])) == name)];

    public int[] Where(string condition) =>
        [
            .. Enumerable
                .Range(0, _rows.Count)
                .Where(row => condition.Length == 0 || _rows[row][condition.Split('=')[0]] == condition.Split('=')[1]),
        ];

    /// <summary>By the names of the cases in the reference.</summary>
    public static SampleDesign Calibrated(SchoolSample sample, string calibration)
    {
        var design = sample.Design;
        var types = sample.Categories("stype", ("E", 4421), ("H", 755), ("M", 1018));
        var wide = sample.Categories("sch.wide", ("No", 1072), ("Yes", 5122));
        CalibrationTerm[] withScores = [types, new CalibrationTerm.Sum("api99", sample.Numbers("api99"), 3914069)];
        return calibration switch
        {
            "" => design,
            "poststrat_stype" => design.Calibrated([types], CalibrationDistance.Linear),
            "poststrat_cross" => design.Calibrated(
                [
                    sample.Categories(
                        "stype+sch.wide",
                        ("E.No", 472),
                        ("E.Yes", 3949),
                        ("H.No", 334),
                        ("H.Yes", 421),
                        ("M.No", 266),
                        ("M.Yes", 752)
                    ),
                ],
                CalibrationDistance.Linear
            ),
            "rake" or "calibrate_raking_cat" => design.Calibrated([types, wide], CalibrationDistance.Raking),
            "calibrate_linear_cat" => design.Calibrated([types, wide], CalibrationDistance.Linear),
            "calibrate_linear_num" => design.Calibrated(withScores, CalibrationDistance.Linear),
            "calibrate_raking_num" => design.Calibrated(withScores, CalibrationDistance.Raking),
            "calibrate_linear_bounds_0.9_1.1" => design.Calibrated(withScores, CalibrationDistance.ClippedLinear(0.9, 1.1)),
            "calibrate_raking_bounds_0.9_1.1" => design.Calibrated(withScores, CalibrationDistance.ClippedRaking(0.9, 1.1)),
            "calibrate_logit_bounds_0.9_1.1" => design.Calibrated(withScores, CalibrationDistance.Logit(0.9, 1.1)),
            "calibrate_linear_bounds_0.7_1.4" => design.Calibrated(withScores, CalibrationDistance.ClippedLinear(0.7, 1.4)),
            "calibrate_raking_bounds_0.7_1.4" => design.Calibrated(withScores, CalibrationDistance.ClippedRaking(0.7, 1.4)),
            "calibrate_logit_bounds_0.7_1.4" => design.Calibrated(withScores, CalibrationDistance.Logit(0.7, 1.4)),
            _ => throw new ArgumentException(calibration),
        };
    }

    private CalibrationTerm.Categories Categories(string columns, params (string Label, double Total)[] totals) =>
        new(
            columns,
            [
                .. _rows.Select(row =>
                    Array.FindIndex(totals, one => one.Label == string.Join('.', columns.Split('+').Select(column => row[column])))
                ),
            ],
            [.. totals.Select(one => one.Label)],
            [.. totals.Select(one => one.Total)]
        );
}
