using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>One mistake in a file that is otherwise good.</summary>
internal static class Defect
{
    /// <param name="good">What the good file says, once; the mistake replaces it.</param>
    public static string In(string yaml, string good, string mistake)
    {
        var place = yaml.IndexOf(good, StringComparison.Ordinal);
        Assert.True(place >= 0, $"'{good}' is not in the file.");
        Assert.True(yaml.IndexOf(good, place + 1, StringComparison.Ordinal) < 0, $"'{good}' is in the file twice.");
        return yaml.Replace(good, mistake, StringComparison.Ordinal);
    }

    /// <summary>Where a text first stands in a file.</summary>
    public static FilePosition PlaceOf(string text, string yaml, string file)
    {
        var index = yaml.IndexOf(text, StringComparison.Ordinal);
        Assert.True(index >= 0, $"'{text}' is not in the file.");
        var before = yaml[..index];
        return new(file, before.Count(character => character == '\n') + 1, index - before.LastIndexOf('\n'));
    }

    public static void IsReported(IReadOnlyList<Problem> problems, string code, FilePosition place)
    {
        var problem = Assert.Single(problems);
        Assert.Equal((code, place), (problem.Code, problem.Place));
        Assert.Matches("[.?]$", problem.Message);
    }
}
