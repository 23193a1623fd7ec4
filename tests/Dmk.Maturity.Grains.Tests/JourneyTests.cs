using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>From the access code to the table, over the real store.</summary>
public sealed class JourneyTests : IDisposable
{
    private static readonly Dictionary<string, string> _noConfirmations = [];
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_company_saves_submits_and_is_counted()
    {
        await using var server = await Server.Start(_folder.Path);
        var keys = await server.SmallStudy(1, Cancellation);
        var response = server.Response(keys[0]);
        Assert.Equal(ResponseStatus.Invited, (await response.Read()).Status);

        var saved = Assert.IsType<SaveOutcome.Saved>(
            await response.Save(
                0,
                new Dictionary<string, Answer>
                {
                    ["uses_ai"] = new Answer.Coded("some"),
                    ["ai_fields"] = new Answer.CodedSet(["sales", "office"]),
                }
            )
        );
        Assert.Equal(1, saved.State.Revision);
        Assert.Equal(new Answer.CodedSet(["office", "sales"]), saved.State.Answers["ai_fields"]);

        var accepted = Assert.IsType<SubmitOutcome.Accepted>(
            await response.Submit(1, "key-1", new Dictionary<string, Answer> { ["online_share"] = new Answer.Number(30) }, _noConfirmations)
        );
        Assert.False(accepted.Repeated);
        var state = await response.Read();
        Assert.Equal((ResponseStatus.Submitted, accepted.Receipt), (state.Status, state.Receipt));

        var study = (await server.Catalogue.Study("small-study", Cancellation))!;
        Assert.Equal(new(4, 1), (await server.Results.Progress(study, Cancellation)).Laender[keys[0][..2]]);
    }
}
