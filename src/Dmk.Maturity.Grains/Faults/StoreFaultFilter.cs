namespace Dmk.Maturity.Grains;

/// <summary>What a grain meets in its store leaves it in the words of this room.</summary>
internal sealed class StoreFaultFilter : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (Exception exception) when (exception is not ResultUnknownException && ResultUnknownException.Of(exception) is { } unknown)
        {
            throw unknown;
        }
        catch (Exception exception) when (exception is not StoreDownException && StoreDownException.Of(exception) is { } down)
        {
            throw down;
        }
    }
}
