using Dmk.Maturity.Web.Tests;

[assembly: AssemblyFixture(typeof(FormerSite))]

namespace Dmk.Maturity.Web.Tests;

/// <summary>The site with the pilot study's 1.0.0, for tests of pages that need what 2.0.0 does not ask: two numbers on one page, and a
/// hard check over two pages.</summary>
public sealed class FormerSite : LiveSite
{
    private readonly string _questionnaires;

    public FormerSite()
        : this(Directory.CreateTempSubdirectory("dmk-former-").FullName) { }

    private FormerSite(string questionnaires)
        : base(sample: 250, questionnaires)
    {
        _questionnaires = questionnaires;
        Copy(Path.Combine(RepositoryFiles.Root, "questionnaires", "classifications"), "classifications");
        Copy(Path.Combine(RepositoryFiles.Root, "tests", "published", "pilotstudie-wirtschaft"), "pilotstudie-wirtschaft");
        SayWhyFew(Path.Combine(_questionnaires, "pilotstudie-wirtschaft", "study.yaml"));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_questionnaires, recursive: true);
    }

    /// <summary>Three companies were enough when it was published; since then a study has to say why.</summary>
    private static void SayWhyFew(string study) =>
        File.WriteAllText(
            study,
            File.ReadAllText(study)
                .Replace("minimumRespondents: 3,", "minimumRespondents: 3, reason: \"as it was published\",", StringComparison.Ordinal)
        );

    private void Copy(string from, string folder)
    {
        var to = Directory.CreateDirectory(Path.Combine(_questionnaires, folder)).FullName;
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
