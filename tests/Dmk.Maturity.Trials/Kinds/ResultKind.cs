namespace Dmk.Maturity.Trials;

/// <summary>One kind of result, and how it is asked for.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Field">Of the study, with its arguments and what is wanted of it.</param>
internal sealed record ResultKind(string Title, string Field)
{
    private const string Figure =
        "codes { code name } estimate standardError confidenceInterval { lower upper } respondents effectiveRespondents population "
        + "status level { id }";

    private const string Table =
        "measure live answered companies drawn framePopulation responseRate { rr1 rr2 } synthetic total { "
        + Figure
        + " } cells { "
        + Figure
        + " }";

    private const string Difference = "{ value standardError lower upper p adjustedP }";

    /// <summary>Each kind once, in the order in which the documentation names them.</summary>
    public static IReadOnlyList<ResultKind> All { get; } =
    [
        new(
            "A table: the index by Land, with where it comes from",
            $$"""
            indexTable(by: ["land"]) { {{Table}} provenance { study index { id version hash } weighting { description mergers { land count } }
            method degreesOfFreedomRule lonely recompute } }
            """
        ),
        new(
            "A dimension in part of a table: sectors of one Land",
            $$"""indexTable(node: "ai", by: ["sector"], filter: [{ variable: "land", code: "NW" }]) { {{Table}} }"""
        ),
        new("Means per person employed", $$"""indexTable(by: ["size"], estimand: PER_PERSON_EMPLOYED) { {{Table}} }"""),
        new("Shares of companies at a level", $$"""indexTable(by: ["size"], shareAt: "mature") { {{Table}} }"""),
        new(
            "Other weights of dimensions",
            $$"""indexTable(by: ["size"], weights: [{ node: "ai", weight: 3 }, { node: "strategy", weight: 1 }]) { {{Table}} }"""
        ),
        new("Under a condition that the study declares", $$"""indexTable(by: ["sector"], condition: "cloud") { {{Table}} }"""),
        new(
            "Under a condition of one's own",
            $$"""indexTable(by: ["size"], where: "ai_use == 'many' and score('total') >= 50") { {{Table}} }"""
        ),
        new("A quantile", $$"""indexTable(by: ["size"], quantile: 0.5) { {{Table}} }"""),
        new(
            "The Länder beside each other",
            $$"""
            compareLaender { method germany { {{Figure}} } laender { figure { {{Figure}} } rank { rank best worst }
            differenceToGermany {{Difference}} mix { covered composition {{Difference}} within {{Difference}} } } pairs { one {
            code } other { code } difference {{Difference}} } }
            """
        ),
        new(
            "A profile beside Germany",
            $$"""
            profile(of: { variable: "land", code: "NW" }) { nodes { node { id } part { {{Figure}} } germany { estimate status }
            difference {{Difference}} } }
            """
        ),
        new(
            "A change from the wave before",
            $$"""
            trend(by: "size") { method waves { study wave years total { before { estimate status } after { estimate status } change
            {{Difference}} index {{Difference}} inBoth } cells { after { codes { code } estimate status } change {{Difference}}
            inBoth } } }
            """
        ),
        new(
            "How ranks hang on weights",
            "sensitivity(draws: 1000) { method draws laender { land { code } declared median from to same } unranked { code } }"
        ),
        new(
            "Small areas, from a model",
            $$"""
            smallAreas(by: "sector") { method directCells between cells { direct { codes { code } estimate standardError status }
            modelled rootMeanSquaredError shrinkage } }
            """
        ),
        new(
            "How the items of a scale go together",
            """
            instrument { method reliability { status companies alpha unweightedAlpha omega unweightedOmega } items { node { id }
            figure { estimate status } withRest alphaWithout loading levels { level { id } estimate standardError status }
            nonresponse { status scored without weightedShare } } }
            """
        ),
        new(
            "What the weights look like",
            """
            weights { respondents kishDesignEffect smallestWeight largestWeight smallestFactor largestFactor domains { code { code } frame
            estimated respondents } }
            """
        ),
        new("How far the field is", "progress { land { code } drawn submitted }"),
    ];

    /// <summary>What a company is told about itself beside its peers.</summary>
    public const string OfACompany = """
        response { benchmark { state explanation scores { node { id } score peers { sentence atLeast widened mean { lower upper }
        lower { from to } } } } }
        """;
}
