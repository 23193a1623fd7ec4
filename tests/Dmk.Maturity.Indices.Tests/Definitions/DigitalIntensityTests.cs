using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>Eurostat's index over the pilot's answers: points counted by hand.</summary>
public class DigitalIntensityTests
{
    private const string Best = """
        persons_employed=100 internet_staff=51 business_software=erp_system|crm fixed_speed=from_30 sells_web=yes sells_edi=no turnover_channels.website=2 turnover_channels.marketplace=0 turnover_channels.edi=0
        turnover_channels.other=98 web_sales_private=11 data_analysis=transactions social_media=networks|blogs cloud_services=accounting ai_use=some ai_uses.text_making=in_use
        """;

    private const string Lowest = """
        persons_employed=100 internet_staff=50 business_software=none fixed_speed=below_30 sells_web=no sells_edi=no data_analysis=none social_media=none cloud_services=none ai_use=no ai_need=yes
        """;

    private static readonly IndexModel _model = DefinitionFiles.Dii.OrThrow();

    [Fact]
    public void The_model_has_no_problem_twelve_items_and_four_levels()
    {
        Assert.Empty(DefinitionFiles.Dii.Problems);
        Assert.Equal(12, _model.Nodes.Count(node => node.Depth == 1));
        Assert.Equal([0, 4, 7, 10], _model.Levels.Select(level => level.From));
    }

    [Theory]
    [InlineData(Best, 12, "very-high")]
    [InlineData(Lowest, 0, "very-low")]
    // Three and four points: internet, speed, ERP, CRM.
    [InlineData(Lowest + " internet_staff=51 fixed_speed=from_1000 business_software=erp_system", 3, "very-low")]
    [InlineData(Lowest + " internet_staff=51 fixed_speed=from_1000 business_software=erp_system|crm", 4, "low")]
    // Six and seven: social media once, data; then a second kind of social media.
    [InlineData(
        Lowest + " internet_staff=51 fixed_speed=from_1000 business_software=erp_system|crm social_media=blogs data_analysis=web",
        6,
        "low"
    )]
    [InlineData(
        Lowest
            + " internet_staff=51 fixed_speed=from_1000 business_software=erp_system|crm social_media=blogs|multimedia data_analysis=web",
        7,
        "high"
    )]
    // Nine and ten: a simple cloud service and AI; then electronic sales over EDI alone.
    [InlineData(
        Lowest
            + " internet_staff=51 fixed_speed=from_1000 business_software=erp_system|crm social_media=blogs|multimedia "
            + "data_analysis=web cloud_services=mail ai_use=many ai_uses.text_analysis=in_use",
        9,
        "high"
    )]
    [InlineData(
        Best + " cloud_services=mail turnover_channels.website=0 turnover_channels.edi=1 turnover_channels.other=99",
        10,
        "very-high"
    )]
    // Web sales: over 1 %, and over 10 % of them from private persons; 1 % is enough for e-sales but not for web sales.
    [InlineData(Best + " turnover_channels.website=1 turnover_channels.other=99", 11, "very-high")]
    [InlineData(Best + " web_sales_private=10", 11, "very-high")]
    [InlineData(Best + " turnover_channels.website=0 turnover_channels.other=100", 10, "very-high")]
    // Electronic sales by EDI alone, nothing over the web.
    [InlineData(
        Best + " sells_web=no sells_edi=yes turnover_channels.website=0 turnover_channels.edi=1 turnover_channels.other=99",
        11,
        "very-high"
    )]
    // Heads in small companies: 2 of 4 are not more than half, 3 of 5 are.
    [InlineData(Lowest + " persons_employed=4 internet_people=2", 0, "very-low")]
    [InlineData(Lowest + " persons_employed=5 internet_people=3", 1, "very-low")]
    // Software of the trade that does not connect order, stock and invoice is no ERP, on the premises or in the cloud.
    [InlineData(Lowest + " business_software=trade_software", 0, "very-low")]
    [InlineData(Lowest + " cloud_services=trade_software", 1, "very-low")]
    [InlineData(Lowest + " cloud_services=erp_system", 2, "very-low")]
    // AI: trying it out is a use; analysing images was on Eurostat's list of 2023, making them was not.
    [InlineData(Lowest + " ai_use=trying ai_uses.image_analysis=under_way", 1, "very-low")]
    [InlineData(
        Lowest
            + " ai_use=some ai_uses.text_analysis=lacking ai_uses.text_making=not_needed ai_uses.speech=not_needed "
            + "ai_uses.image_analysis=not_needed ai_uses.image_making=in_use ai_uses.forecast=lacking ai_uses.workflows=lacking "
            + "ai_uses.machines=not_needed",
        0,
        "very-low"
    )]
    public void Points_and_level(string answers, double points, string level)
    {
        var score = Score(answers);

        Assert.Equal(points, score, 1e-12);
        Assert.Equal(level, _model.LevelOf(score).Id);
    }

    [Theory]
    [InlineData("internet_staff=dontKnow!")]
    [InlineData("business_software=refused!")]
    [InlineData("sells_web=dontKnow!")]
    [InlineData("sells_edi=dontKnow! turnover_channels.website=0 turnover_channels.other=100 sells_web=no")]
    [InlineData(
        "turnover_channels.website=dontKnow! turnover_channels.marketplace=dontKnow! turnover_channels.edi=dontKnow! "
            + "turnover_channels.other=dontKnow!"
    )]
    [InlineData("web_sales_private=refused!")]
    [InlineData("ai_use=dontKnow!")]
    [InlineData("ai_use=trying ai_uses.text_making=lacking ai_uses.text_analysis=dontKnow!")]
    [InlineData("ai_use=many ai_uses.text_making=dontKnow!")]
    public void One_unknown_item_leaves_no_score(string gap) => Assert.Equal(double.NaN, Score($"{Best} {gap}"));

    [Theory]
    // A yes is a yes, whatever else is open.
    [InlineData("ai_use=trying ai_uses.image_making=dontKnow!")]
    [InlineData("ai_use=many ai_uses.speech=dontKnow!")]
    public void A_gap_that_changes_nothing_costs_nothing(string gap) => Assert.Equal(12, Score($"{Best} {gap}"));

    [Fact]
    public void Without_electronic_orders_both_sales_items_are_0_and_not_missing()
    {
        var explained = _model.Explain(Interview(Best + " sells_web=no"));

        Assert.Equal(10, explained.Nodes[0].Score, 1e-12);
        Assert.All(
            explained.Nodes.Where(node => node.Node.Id is "web-sales" or "e-sales"),
            node => Assert.Equal((0.0, null), (node.Score, node.Reason))
        );
        Assert.Equal(1, explained.Nodes.Single(node => node.Node.Id == "erp").Contributions[0].Points, 1e-12);
    }

    /// <summary>Later answers to the same question take the place of earlier ones.</summary>
    private static Interview Interview(string answers)
    {
        var last = answers
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(one => one.Split('=')[0], (_, all) => all.Last());
        return Questionnaires.Interview.Of(Repository.Pilot, DefinitionFiles.Answers(Repository.Pilot, string.Join(' ', last)));
    }

    private static double Score(string answers)
    {
        var scores = _model.Score(Interview(answers));
        Assert.All(scores[1..], score => Assert.True(score is 0 or 12 or double.NaN, score.ToString(CultureInfo.InvariantCulture)));
        return scores[0];
    }
}
