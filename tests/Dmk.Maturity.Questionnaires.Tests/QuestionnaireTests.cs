using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

public class QuestionnaireTests
{
    [Fact]
    public void A_questionnaire_has_its_variables_in_the_order_in_which_they_are_asked()
    {
        Assert.Equal(
            [
                "persons",
                "seat",
                "founded",
                "ai_use",
                "ai_fields",
                "ai_fields.other",
                "ai_staff",
                "skills.basic",
                "skills.expert",
                "cloud_share",
                "it_split.own",
                "it_split.cloud",
                "it_split.other",
                "budget",
                "remark",
            ],
            Form.Variables.Select(variable => variable.Id)
        );
        Assert.Equal(Enumerable.Range(0, 15), Form.Variables.Select(variable => variable.Index));
        Assert.Equal("expert", Form.Variable("skills.expert")!.Part!.Id);
        Assert.Equal("other", Form.Variable("ai_fields.other")!.Specify!.Code);
        Assert.Equal(16, Assert.IsType<Question.Single>(Form.Question("seat")).Options.Count);
        Assert.Null(Form.Question("nowhere"));
        Assert.Null(Form.Variable("skills"));
    }

    [Fact]
    public void The_hash_names_the_content_whatever_the_line_ends()
    {
        var windows = Questionnaire.Parse(Yaml.ReplaceLineEndings("\r\n"), "workshop.yaml", RepositoryFiles.Classifications).OrThrow();
        var changed = Questionnaire
            .Parse(Yaml.Replace("Werkstatt", "Betrieb", StringComparison.Ordinal), "workshop.yaml", RepositoryFiles.Classifications)
            .OrThrow();

        Assert.Equal(64, Form.Hash.Length);
        Assert.Equal(Form.Hash, windows.Hash);
        Assert.NotEqual(Form.Hash, changed.Hash);
        Assert.Equal(Form.Hash, Questionnaire.Parse(windows.Source, "stored", RepositoryFiles.Classifications).OrThrow().Hash);
    }

    [Fact]
    public void The_classifications_of_this_repository_are_read()
    {
        Assert.Equal(16, RepositoryFiles.Classifications.Find("land")!.Entries.Count);
        var bavaria = RepositoryFiles.Classifications.Find("land")!.Find("BY")!;
        Assert.Equal(("Bayern", "Sued", "09"), (bavaria.Label.De, bavaria.Parent, bavaria.Properties["ags"]));
    }
}
