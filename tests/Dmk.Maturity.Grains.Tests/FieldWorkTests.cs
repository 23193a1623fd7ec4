using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Publishing freezes; samples and codes are handed out in their order.</summary>
public sealed class FieldWorkTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await Server.Start(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Publishing_the_same_again_changes_nothing()
    {
        var first = await _server.Publish(Cancellation);
        await _server.FieldWork.Open("small-study", Cancellation);
        var again = await _server.Publish(Cancellation);
        Assert.Equal((first.Design.Hash, StudyPhase.InField), (again.Design.Hash, again.Phase));
        Assert.Single(await _server.Catalogue.Studies(Cancellation));
        Assert.Single(await _server.Catalogue.Questionnaires(Cancellation));
        Assert.Equal(Server.Frame, again.Frame);
        Assert.True(again.Synthetic);
    }

    [Fact]
    public async Task Other_content_under_the_same_name_is_refused()
    {
        await _server.Publish(Cancellation);
        Assert.Equal(
            "already-published",
            await Refused(
                Change("questionnaire.yaml", "Do you use AI?", "Is AI used?"),
                Server.Small("index.yaml"),
                Server.Small("study.yaml")
            )
        );
        Assert.Equal(
            "already-published",
            await Refused(Server.Small("questionnaire.yaml"), Change("index.yaml", "some: 50", "some: 60"), Server.Small("study.yaml"))
        );
        Assert.Equal(
            "already-published",
            await Refused(Server.Small("questionnaire.yaml"), Server.Small("index.yaml"), Change("study.yaml", "made up", "made up anew"))
        );
        Assert.Equal(
            "already-published",
            await Refused(
                Server.Small("questionnaire.yaml"),
                Server.Small("index.yaml"),
                Server.Small("study.yaml"),
                [.. Server.Frame.Skip(1)]
            )
        );
    }

    [Fact]
    public async Task Files_with_mistakes_are_refused_with_all_of_them()
    {
        Assert.NotEmpty(await Refused("id: small\nnonsense: 1\n", Server.Small("index.yaml"), Server.Small("study.yaml")));
        Assert.Equal(
            "index-missing",
            await Refused(
                Server.Small("questionnaire.yaml"),
                Change("index.yaml", "version: 1.0.0", "version: 1.1.0"),
                Server.Small("study.yaml")
            )
        );
        Assert.Equal(
            "frame",
            await Refused(
                Server.Small("questionnaire.yaml"),
                Server.Small("index.yaml"),
                Server.Small("study.yaml"),
                [new FrameStratum(ReportingCell.Of("XX", "construction", "S1"), 10, 1)]
            )
        );
        Assert.Empty(await _server.Catalogue.Studies(Cancellation));
    }

    [Fact]
    public async Task A_later_study_uses_the_published_questionnaire_and_model_again()
    {
        await _server.Publish(Cancellation);
        await _server.FieldWork.Publish(
            Server.Small("questionnaire.yaml"),
            [Server.Small("index.yaml")],
            Change("study.yaml", "id: small-study", "id: second"),
            Server.Frame,
            Origin.Real,
            Cancellation
        );
        Assert.Equal(["second", "small-study"], (await _server.Catalogue.Studies(Cancellation)).Select(study => study.Id).Order());
        Assert.Single(await _server.Catalogue.Questionnaires(Cancellation));
        Assert.NotNull(await _server.Catalogue.Questionnaire("small", null, Cancellation));
        Assert.Null(await _server.Catalogue.Questionnaire("small", "9.9.9", Cancellation));
    }

    [Fact]
    public async Task Codes_go_to_the_companies_in_the_order_of_the_sample_with_their_names()
    {
        await _server.Publish(Cancellation);
        await _server.Draw(2, Cancellation);
        var issued = await _server.FieldWork.IssueCodes("small-study", 3, Cancellation);
        Assert.Equal(
            ["BE-manufacturing-S1-1", "BE-manufacturing-S1-2", "BE-manufacturing-S2-1"],
            issued.Select(invitation => invitation.UnitId)
        );
        Assert.Equal(["Firma 1", "Firma 2", "Firma 1"], issued.Select(invitation => invitation.Name));
        Assert.Equal(16, (await _server.FieldWork.IssueCodes("small-study", 1000, Cancellation)).Count);
    }

    [Fact]
    public async Task A_company_that_has_submitted_gets_no_further_code()
    {
        var keys = await _server.SmallStudy(1, Cancellation);
        await _server.Submit(keys[0], 1);
        var issued = await _server.FieldWork.IssueCodes("small-study", 1000, Cancellation);
        Assert.Equal(7, issued.Count);
        Assert.DoesNotContain("BE-manufacturing-S1-1", issued.Select(invitation => invitation.UnitId));
    }

    [Fact]
    public async Task Adding_the_same_companies_again_adds_nothing()
    {
        await _server.Publish(Cancellation);
        await _server.Draw(2, Cancellation);
        await _server.Draw(3, Cancellation);
        Assert.Equal(24, (await _server.FieldWork.IssueCodes("small-study", 1000, Cancellation)).Count);
    }

    [Fact]
    public async Task A_company_from_outside_the_frame_is_named()
    {
        await _server.Publish(Cancellation);
        var stray = new SampledUnit("stray", ReportingCell.Of("HB", "construction", "S1"), "Firma", 3);
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            _server.FieldWork.AddSample("small-study", [stray], new Progress<(int, int)>(), Cancellation)
        );
        Assert.Contains("stray", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => _server.FieldWork.Open("no-such-study", Cancellation));
    }

    [Fact]
    public async Task A_transaction_that_fails_at_its_last_code_ends_no_earlier_one()
    {
        await _server.Publish(Cancellation);
        await _server.Draw(2, Cancellation);
        var issue = _server.Get<CodeIssue>();
        var first = await issue.Make("small-study", int.MaxValue, Recipients.WithoutLetter, Cancellation);
        Assert.Null(await issue.StudyOf(first.Invitations[0].AccessCode));
        Assert.Equal(0, await issue.PutInForce(first, IssuedFor.Letters, Cancellation));
        Assert.Empty((await issue.Make("small-study", int.MaxValue, Recipients.WithoutLetter, Cancellation)).Invitations);

        var second = await issue.Make("small-study", int.MaxValue, Recipients.All, Cancellation);
        var clashing = new FreshCodes(second.Study, second.Invitations, [.. second.Hashed.SkipLast(1), first.Hashed[0]], 0);
        await Assert.ThrowsAnyAsync<Exception>(() => issue.PutInForce(clashing, IssuedFor.Letters, Cancellation));

        Assert.All(first.Invitations, one => Assert.Equal("small-study", issue.StudyOf(one.AccessCode).Result));
        Assert.All(second.Invitations, one => Assert.Null(issue.StudyOf(one.AccessCode).Result));
        Assert.Equal(16, await issue.PutInForce(second, IssuedFor.Letters, Cancellation));
    }

    private static string Change(string file, string from, string to)
    {
        var text = Server.Small(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    private async Task<string> Refused(string questionnaire, string index, string study, IReadOnlyList<FrameStratum>? frame = null)
    {
        var exception = await Assert.ThrowsAsync<PublicationException>(() =>
            _server.FieldWork.Publish(questionnaire, [index], study, frame ?? Server.Frame, Origin.Synthetic, Cancellation)
        );
        return exception.Problems[0].Code;
    }
}
