namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Each file under tests/definitions/defects has one defect and says in its first line where it must be reported.</summary>
public class DefectFileTests
{
    public static TheoryData<string> Files { get; } = [.. DefinitionFiles.Defects];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_defect_is_reported_once_and_where_it_stands(string file)
    {
        var expected = DefinitionFiles.Expected(file);
        var reading = DefinitionFiles.Read(file);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, reading.Problems.Select(DefinitionFiles.Written));
        Assert.Equal(reading.Problems.All(problem => problem.Severity == Severity.Warning), reading.Value is not null);
        Assert.All(reading.Problems, problem => Assert.Contains(problem.Message[^1], ".?"));
    }

    [Fact]
    public void There_are_more_than_a_hundred_defects() =>
        Assert.True(DefinitionFiles.Defects.Count >= 120, $"{DefinitionFiles.Defects.Count}");

    [Fact]
    public void No_two_files_show_the_same_defect() =>
        Assert.Equal(
            DefinitionFiles.Defects.Count,
            DefinitionFiles.Defects.Select(DefinitionFiles.Text).Distinct(StringComparer.Ordinal).Count()
        );
}
