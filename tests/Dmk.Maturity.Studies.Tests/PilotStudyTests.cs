using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>The pilot study's own design.</summary>
public class PilotStudyTests
{
    [Fact]
    public void The_study_has_no_problem_and_fits_its_questionnaire_and_index_model()
    {
        Assert.Empty(StudyFiles.Pilot.Problems);
        var (study, model) = (StudyFiles.Pilot.OrThrow(), Repository.Model.OrThrow());

        Assert.Empty(study.Check(Repository.Pilot));
        Assert.Contains(new(model.Id, model.Version), study.Indices);
    }

    [Fact]
    public void Every_company_stands_in_a_cell_of_the_classifications()
    {
        var study = StudyFiles.Pilot.OrThrow();
        var random = new Random(2027);
        var frame = ReportingCell.Of("BY", "manufacturing", "S2");
        for (var i = 0; i < 500; i++)
        {
            var cell = study.CellOf(frame, Interview.Of(Repository.Pilot, RandomAnswers.To(Repository.Pilot, random)));
            Assert.All(study.Variables, variable => Assert.NotNull(variable.Classification.Find(variable.CodeOf(cell))));
        }
    }
}
