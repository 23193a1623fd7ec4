using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>The relative of the European Digital Maturity Assessment: its formulas worked out by hand.</summary>
public class EuropeanMaturityTests
{
    private static readonly IndexModel _model = DefinitionFiles.Dma.OrThrow();

    [Fact]
    public void The_model_has_no_problem_and_six_dimensions()
    {
        Assert.Empty(DefinitionFiles.Dma.Problems);
        Assert.Equal(
            ["strategy", "readiness", "people", "data", "automation", "green"],
            _model.Nodes.Where(node => node.Depth == 1).Select(node => node.Id)
        );
    }

    [Theory]
    // (planned + invested + prepared) * 100 / 30 with 3, 2 and 4 ticks, the four of eight items.
    [InlineData(
        "strategy",
        "areas_planned=sales|it_security|purchasing areas_invested=sales|it_security readiness=needs_known|budget|risks_known|leadership",
        (0.3 + 0.2 + 0.5) * 100 / 3
    )]
    [InlineData("strategy", "areas_planned=none areas_invested=none readiness=none", 0)]
    // One of three parts may be missing, two may not.
    [InlineData(
        "strategy",
        "areas_planned=sales|it_security areas_invested=sales|it_security|purchasing|logistics readiness=dontKnow!",
        30
    )]
    [InlineData("strategy", "areas_planned=sales areas_invested=dontKnow! readiness=dontKnow!", double.NaN)]
    // (n3 / 10 + sum4 / 7) * 50: connection, website, chat, orders, systems = 5 of 10; stages 1 + 0.6, and technologies not
    // needed.
    [InlineData(
        "readiness",
        """
            fixed_speed=from_100 online_presence=website|chat|directory sells_web=no sells_edi=yes admin_access=none remote_meetings=never business_software=stock|time
            technologies.iot=in_use technologies.robots=not_needed technologies.printing=under_way technologies.design=lacking technologies.control=lacking technologies.twin=not_needed technologies.virtual=lacking
            """,
        (0.5 + (1.6 / 7)) * 50
    )]
    // (n5 / 7 + n6 / 8) * 50, and n5 alone for a one-person company.
    [InlineData(
        "people",
        "persons_employed=5 skills_development=needs|plan|short staff_involvement=informed|asked",
        ((3 / 7.0) + 0.25) * 50
    )]
    [InlineData("people", "persons_employed=1 skills_development=needs|plan|short", 300 / 7.0)]
    [InlineData("people", "persons_employed=5 skills_development=needs|plan|short", double.NaN)]
    // (n7 / 8 + n8 / 6) * 50: 4 of 8; documents, access, backup and emergency plan = 4 of 6.
    [InlineData(
        "data",
        "data_practices=digital|rules|central|external security_documents=written "
            + "security_measures=access|encryption|backup|emergency|updates security_awareness=none",
        (0.5 + (4 / 6.0)) * 50
    )]
    // sum9 / 5 * 100 with 1 for texts and 0.6 for images, the better of two rows each; 0 by the answer to ai_use, missing without it.
    [InlineData(
        "automation",
        "ai_use=some ai_uses.text_analysis=lacking ai_uses.text_making=in_use ai_uses.image_analysis=under_way "
            + "ai_uses.image_making=not_needed "
            + "ai_uses.speech=not_needed ai_uses.machines=lacking ai_uses.forecast=lacking",
        32
    )]
    [InlineData("automation", "ai_use=no", 0)]
    [InlineData("automation", "ai_use=dontKnow!", double.NaN)]
    [InlineData("automation", "ai_use=many", double.NaN)]
    // (n10 / 10 + mean of 5 rows) * 50.
    [InlineData(
        "green",
        "green_measures=paper|trips|less_waste green_practices.buying=yes green_practices.repair=partly "
            + "green_practices.reuse=no green_practices.power=yes green_practices.provider=notApplicable!",
        (0.3 + 0.625) * 50
    )]
    public void A_dimension_follows_its_formula(string dimension, string answers, double score) =>
        Assert.Equal(
            score,
            DefinitionFiles.Score(_model, Repository.Pilot, DefinitionFiles.Answers(Repository.Pilot, answers), dimension),
            1e-12
        );

    [Theory]
    [InlineData(true, 100, "advanced")]
    [InlineData(false, 0, "basic")]
    public void The_best_and_the_lowest_answers_reach_the_ends(bool best, double score, string level)
    {
        var answers = Answers
            .Of(
                Repository
                    .Pilot.Variables.Where(variable => variable.Specify is null)
                    .Select(variable => KeyValuePair.Create(variable.Id, Extreme(variable, best)))
            )
            .With("persons_employed", new Answer.Number(5));
        var total = DefinitionFiles.Score(_model, Repository.Pilot, answers, "dma");

        Assert.Equal(score, total, 1e-12);
        Assert.Equal(level, _model.LevelOf(total).Id);
    }

    [Fact]
    public void The_total_is_the_mean_of_five_dimensions_at_least()
    {
        const string Four = """
            areas_planned=none areas_invested=none readiness=none persons_employed=1 skills_development=needs|plan|short|peers|trainees|courses|funded ai_use=no
            green_measures=none green_practices.buying=no green_practices.repair=no green_practices.reuse=no green_practices.power=no green_practices.provider=no
            """;
        const string Fifth = " data_practices=none security_documents=none security_measures=none security_awareness=none";

        Assert.Equal(double.NaN, DefinitionFiles.Score(_model, Repository.Pilot, DefinitionFiles.Answers(Repository.Pilot, Four), "dma"));
        Assert.Equal(
            20,
            DefinitionFiles.Score(_model, Repository.Pilot, DefinitionFiles.Answers(Repository.Pilot, Four + Fifth), "dma"),
            1e-12
        );
    }

    /// <summary>All options ticked or the exclusive one; the last option of an ordered list or the first.</summary>
    private static Answer Extreme(Variable variable, bool best) =>
        variable.Question switch
        {
            Question.Single single => new Answer.Coded(
                variable.Id is "sells_web" or "sells_edi"
                    ? best
                        ? "yes"
                        : "no"
                    : single.Options[best ? ^1 : 0].Code
            ),
            Question.Grid grid => new Answer.Coded(grid.Options[best ? ^1 : 0].Code),
            Question.Multiple multiple => multiple.Ticked(
                multiple.Options.Where(option => option.Exclusive != best).Select(option => option.Code)
            ),
            _ => Answer.Unanswered,
        };
}
