using Dmk.Maturity.Trials;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Every attack of docs/trials/gate.md on a small demonstration.</summary>
public sealed class GateAttackTests : IDisposable
{
    /// <summary>Small enough for many cells of one or two, and large enough that an economist gets results.</summary>
    private const int Invited = 2_000;

    /// <summary>Linear programmes of every node take minutes.</summary>
    private const int EveryNode = 40;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Explicit because it takes minutes on a busy machine.
    [Fact(Explicit = true)]
    public async Task No_attack_tells_anything_of_any_company()
    {
        var attacked = new GateUnderAttack(_folder.Of("data"), Repository.Questionnaires, Invited, EveryNode) { OfOperators = false };

        var counts = await attacked.Run(TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.All(counts, count => Assert.True(count.Attempts > 0 || IsOfWithheld(count), $"{count.Number} {count.Name} was not tried."));
        Assert.All(counts, count => Assert.True(count.Right == 0, $"{count.Number} {count.Name}: {count.Figures} {count.Remark}"));
    }

    /// <summary>There may be no withheld cell.</summary>
    private static bool IsOfWithheld(AttackCount count) => count.Number[0] == '6';
}
