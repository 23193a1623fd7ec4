using System.Text;
using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A quote in a frame that nobody closes must not swallow the companies below it, nor put them into the letter of another
/// one.</summary>
public class BrokenQuoteTests
{
    private const string Form = """
        id: seats
        version: 1.0.0
        languages: [de, en]
        title: { de: "Sitze", en: "Seats" }
        sections:
          - id: firm
            title: { de: "Unternehmen", en: "Company" }
            questions:
              - { id: persons, type: integer, min: 0, text: { de: "Personen?", en: "Persons?" } }
        """;

    private const string Study = """
        id: seats-2027
        wave: 2027
        title: { de: "Sitze 2027", en: "Seats 2027" }
        questionnaire: seats@1.0.0
        indices: [seats-index@1.0.0]
        field: { from: 2027-03-01, to: 2027-05-31 }
        population: { strata: [land] }
        reporting: {}
        weights:
          nonresponse: { groups: stratum, minimumRespondents: 1, collapse: [] }
        report: { by: [land], lattice: [[land]] }
        confidentiality: { minimumRespondents: 3, reason: made up }
        """;

    [Theory]
    [InlineData("U1,SN,\"Firm 1\nU2,SN,Firm 2\nU3,SN,Firm 3\n", 2)]
    [InlineData("U1,SN,Firm 1\nU2,SN,\"Firm 2\n", 3)]
    [InlineData("U1,SN,\"Firm 1\nU2,SN,\"Firm 2\"\nU3,SN,Firm 3\n", 2)]
    [InlineData("U1,SN,\"Firm\n1\"\nU2,SN,Firm 2\n", 2)]
    public void A_quote_that_is_not_closed_is_told_with_its_row(string rows, long line)
    {
        var table = Check(rows);

        Assert.Contains(table.Mistakes, mistake => mistake.Line == line && mistake.Message.Contains("quote", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("U1,SN,\"Firm, 1\"\nU2,SN,\"Firm \"\"2\"\"\"\n", 2)]
    [InlineData("U1,SN,Firm \"1\"\nU2,SN,Firm 2\n", 2)]
    public void Quotes_that_do_no_harm_are_read(string rows, long units)
    {
        var table = Check(rows);

        Assert.Empty(table.Mistakes);
        Assert.Equal(units, table.Units);
    }

    private static FrameTable Check(string rows)
    {
        var bytes = Encoding.UTF8.GetBytes("unit,land,name\n" + rows);
        return FrameTable.Check(
            new FrameFile("frame.csv", () => new MemoryStream(bytes)),
            StudyDesign.Parse(Study, "study.yaml", Repository.Classifications).OrThrow(),
            Questionnaire.Parse(Form, "seats.yaml", Repository.Classifications).OrThrow(),
            Repository.Classifications
        );
    }
}
