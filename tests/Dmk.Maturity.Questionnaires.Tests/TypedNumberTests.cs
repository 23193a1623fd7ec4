using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The table of numbers as people type them, against the reader and the page that shows it.</summary>
public partial class TypedNumberTests
{
    private const string Page = "docs/numbers.md";
    private const string TableBegins = "<!-- the cases -->\n";

    private static readonly string[] _lines = File.ReadAllLines(
        Path.Combine(RepositoryFiles.Root, "tests", "Dmk.Maturity.Questionnaires.Tests", "numbers.cases")
    );

    public static TheoryData<string> Cases => [.. _lines.Where(IsCase)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_number_is_read_as_people_type_it(string line)
    {
        var (typed, decimals, unit, expected) = Parts(line);
        string[] languages = unit is null ? [] : [.. unit.Split(" / ")];
        Text[] units = languages.Length == 0 ? [] : [new(languages[0], languages[^1])];

        Assert.Equal(expected, Written(TypedNumber.Read(Unescaped(typed), decimals, units)));
    }

    [Fact]
    public void The_page_of_numbers_shows_the_cases()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, Page)).ReplaceLineEndings("\n");

        Golden.Check(Page, page[..(page.IndexOf(TableBegins, StringComparison.Ordinal) + TableBegins.Length)] + Table());
    }

    [Fact]
    public void What_is_written_to_a_field_is_read_back() =>
        Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Int[0, 6], Gen.Enum<Language>())
            .Sample(
                (digits, decimals, language) =>
                {
                    var value = digits / (decimal)Math.Pow(10, decimals);
                    return TypedNumber.Read(TypedNumber.WriteToField(value, language), decimals) == new TypedNumber.Number(value);
                }
            );

    /// <summary>Whatever is typed: no exception, and no number beyond the bound.</summary>
    [Fact]
    public void No_input_throws() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789.,' -+\u00a0\u200b%€"], 0, 40]), Gen.Int[0, 6])
            .Sample(
                (typed, decimals) =>
                    TypedNumber.Read(typed, decimals, new Text("%", "%")) is not TypedNumber.Number read || NumberBound.Holds(read.Value)
            );

    [Fact]
    public void A_very_long_text_is_no_number() => Assert.IsType<TypedNumber.NotANumber>(TypedNumber.Read(new string('1', 1_000_000), 0));

    [Theory]
    [InlineData("999999999999999", true)]
    [InlineData("-999999999999999.0000", true)]
    [InlineData("1000000000000000", false)]
    [InlineData("0.000000000000001", true)]
    [InlineData("0.1234567890123456", false)]
    [InlineData("79228162514264337593543950335", false)]
    [InlineData("0", true)]
    public void A_number_has_at_most_fifteen_digits_that_count(string number, bool holds) =>
        Assert.Equal(holds, NumberBound.Holds(decimal.Parse(number, CultureInfo.InvariantCulture)));

    private static bool IsCase(string line) => line.Length > 0 && line[0] != '#';

    private static (string Typed, int Decimals, string? Unit, string Expected) Parts(string line)
    {
        var sides = line.Split(" => ");
        var parts = sides[0].Split(" | ");
        return (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts.ElementAtOrDefault(2), sides[1]);
    }

    private static string Unescaped(string typed) =>
        Escape()
            .Replace(
                typed,
                match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            );

    private static string Written(TypedNumber read) =>
        read switch
        {
            TypedNumber.Number number => Written(number.Value),
            TypedNumber.TwoReadings two => $"? {Written(two.Whole)} {Written(two.Fraction)}",
            TypedNumber.TooLarge => "!",
            TypedNumber.NotANumber => "-",
            _ => throw new ArgumentOutOfRangeException(nameof(read), read, "Not an outcome."),
        };

    private static string Written(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Table()
    {
        var table = new StringBuilder();
        var isInTable = false;
        foreach (var line in _lines.Skip(2))
        {
            if (IsCase(line))
            {
                var (typed, decimals, unit, expected) = Parts(line);
                table.Append(isInTable ? "" : "\n| typed | decimals | unit | read |\n|---|---|---|---|\n");
                table.Append(CultureInfo.InvariantCulture, $"| `{typed.Trim()}` | {decimals} | {unit} | {InWords(expected)} |\n");
                isInTable = true;
            }
            else if (line.Length > 0)
            {
                table.Append(CultureInfo.InvariantCulture, $"\n**{line[2..]}**\n");
                isInTable = false;
            }
        }

        return table.ToString();
    }

    private static string InWords(string expected) =>
        expected switch
        {
            "-" => "asked back",
            "!" => "too large",
            ['?', ' ', .. var readings] => $"asked back: {readings.Replace(" ", " or ", StringComparison.Ordinal)}",
            _ => expected,
        };

    [GeneratedRegex(@"\\u([0-9a-f]{4})")]
    private static partial Regex Escape();
}
