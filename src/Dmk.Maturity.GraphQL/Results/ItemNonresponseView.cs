using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[
    Name("ItemNonresponse"),
    Description(
        "How many companies have a score of an item, and how many have answered the questionnaire and have none: they were not asked, did "
            + "not answer, or answered what the model does not score. Shares to 0.1 for readers other than operators."
    )
]
internal sealed class ItemNonresponseView(PublishedResponse response, Language language)
{
    [Description("Whether and why it is shown or not.")]
    public CellStatus Status => response.Status;

    [Description("The status in words.")]
    public string StatusText => StatusWords.Of(response.Status).In(language);

    [Description("Companies with a score.")]
    public int? Scored => response.Scored is { } scored ? checked((int)scored) : null;

    [Description("Companies without one.")]
    public int? Without => response.Without is { } without ? checked((int)without) : null;

    [Description("Companies without one in percent of all, each counting alike.")]
    public double? UnweightedShare => response.UnweightedShare;

    [Description("Companies without one in percent of all, under the weights.")]
    public double? WeightedShare => response.WeightedShare;
}
