using System.Reflection;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>In which order the folders of a project stand: a type may use types of its own folder and of folders before it.</summary>
public sealed class FolderOrderTests
{
    /// <summary>Bottom first; <c>.</c> is what stands beside the project file.</summary>
    private static readonly Dictionary<string, string[]> _orders = new(StringComparer.Ordinal)
    {
        ["Questionnaires"] =
        [
            ".",
            "Answers",
            "Classifications",
            "Problems",
            "Yaml",
            "Expressions",
            "Definition",
            "Interviews",
            "Reading",
            "Linting/Conditions",
            "Linting",
            "Versions",
            "Searching",
            "Wording",
            "Papers",
            "Schema",
        ],
        ["Statistics"] =
        [
            "Weights",
            "Moments",
            "Estimates",
            "Calibration",
            "Samples",
            "Comparisons",
            "Cells",
            "SmallAreas",
            "Disclosure",
            "Composites",
        ],
        ["Indices"] = [".", "Scoring", "Models", "Explaining", "Reading", "Respondents", "Schema"],
        ["Studies"] =
        [
            "Gate",
            "Designs",
            "Fielded",
            "Peers",
            "Tables",
            "Columns",
            "Sets",
            "Results",
            "Files",
            "Reading",
            "Publishing",
            "Frames",
            "Data",
            "Estimating",
            "SmallAreas",
            "Composites",
            "Schema",
        ],
        ["Grains"] =
        [
            "Settings",
            "Silo",
            "Faults",
            "People",
            "Publishing",
            "Partitions",
            "Shown",
            "Results",
            "Responding",
            "Entering",
            "Verifying",
            "Wire",
            ".",
        ],
        ["Server"] = ["Faults", "Beside", "Hosting", "Simulation", "Demo", "Files", "Previews", "Commands", "."],
        ["Simulation"] = ["."],
        ["Storage"] = ["Rows", "Faults", "Folder", "Folder/Backup", "Commits", "."],
        ["GraphQL"] =
        [
            "Refusals",
            "Roles",
            "Limits",
            "Questionnaires",
            "Transport",
            "Results",
            "Operating",
            "Authoring",
            "Responding",
            "Scalars",
            "Explaining",
            ".",
        ],
        ["Web"] = ["Survey/Fields", "Site", "Survey", "SignIn", "Tables", "Home", "Preview", "."],
    };

    public static TheoryData<string> Rooms => [.. _orders.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_folder_uses_only_itself_and_what_stands_before_it(string room)
    {
        var upwards = Read(room).Against(_orders[room]);

        Assert.Empty(upwards.Select(reference => reference.ToString()));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void An_order_names_each_folder_once(string room) =>
        Assert.Equal(Read(room).Folders, _orders[room].Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void All_of_a_type_lies_in_one_folder(string room) => Assert.Empty(Read(room).Scattered);

    [Fact]
    public void An_order_turned_round_is_noticed()
    {
        var order = _orders["Questionnaires"].Reverse().ToList();

        var upwards = Read("Questionnaires").Against(order).ToList();

        Assert.Contains(
            upwards,
            reference => reference is { File: "Interviews/Interview.cs", Names: "Interview uses Questionnaire", UsedFolder: "Definition" }
        );
        Assert.Contains(upwards, reference => reference.Names == "Check uses Text");
    }

    [Fact]
    public void A_folder_left_out_of_an_order_is_noticed() =>
        Assert.Contains(Read("Statistics").Against(["Weights", "Disclosure"]), reference => reference.UsedFolder == "Estimates");

    private static FolderOrder Read(string room) => FolderOrder.Of(Assembly.Load($"Dmk.Maturity.{room}").Location);
}
