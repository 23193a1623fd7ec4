namespace Dmk.Maturity.Grains.Tests;

/// <summary>Stands between the callers and the partitions: loses messages, or lets a Land fail.</summary>
internal sealed class PartitionCalls : IIncomingGrainCallFilter
{
    public bool LoseMessages { get; set; }

    /// <summary>Every second message is lost.</summary>
    public bool LoseSome { get; set; }

    public string? FailingLand { get; set; }

    public Exception Failure { get; set; } = new TimeoutException("This Land does not answer.");

    public int Messages { get; private set; }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain is IPartitionGrain && context.MethodName == nameof(IPartitionGrain.Accept))
        {
            Messages++;
            if (LoseMessages || (LoseSome && Messages % 2 == 0))
            {
                return;
            }
        }

        if (
            context.Grain is IPartitionGrain
            && FailingLand is { } land
            && context.TargetId.Key.ToString().StartsWith(land, StringComparison.Ordinal)
        )
        {
            throw Failure;
        }

        await context.Invoke();
    }
}
