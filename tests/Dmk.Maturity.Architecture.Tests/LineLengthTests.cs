namespace Dmk.Maturity.Architecture.Tests;

/// <summary>No line of C# is longer than .editorconfig says. The formatter breaks code and leaves texts alone, which is where lines
/// grow.</summary>
/// <remarks>Left out are generated migrations, raw string literals, whose lines are those of another language (YAML, HTML), and markup,
/// where a line break is white space that readers see.</remarks>
public class LineLengthTests
{
    private const int Longest = 140;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_line_is_too_long(string folder) =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("Migrations", StringComparison.Ordinal)
            from line in TooLong(File.ReadAllLines(file))
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line}"
        );

    [Fact]
    public void A_long_line_is_noticed_unless_it_is_of_another_language()
    {
        var filler = new string('x', Longest);

        Assert.Equal([2], TooLong(["short", $"var text = \"{filler}\";", filler[..Longest]]));
        Assert.Equal(
            [6],
            TooLong(["var yaml = \"\"\"", filler + "y", "    \"\"\";", "var one = \"\"\" on one line \"\"\";", filler, filler + "z"])
        );
    }

    /// <summary>Numbers of lines, from 1.</summary>
    private static IEnumerable<int> TooLong(IReadOnlyList<string> lines)
    {
        var raw = false;
        foreach (var (place, line) in lines.Index())
        {
            if (!raw && line.Length > Longest)
            {
                yield return place + 1;
            }

            raw ^= line.Split("\"\"\"").Length % 2 == 0;
        }
    }
}
